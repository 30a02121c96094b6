// fails: the first failure is told at once, with its name
export async function loadDashboard(
  widgets: string[],
  fetchWidget: (name: string) => Promise<unknown>,
): Promise<unknown[]> {
  return await Promise.all(
    widgets.map((widget) =>
      fetchWidget(widget).catch((error: Error) => new Error(`${widget}: ${error.message}`, { cause: error })),
    ),
  );
}
