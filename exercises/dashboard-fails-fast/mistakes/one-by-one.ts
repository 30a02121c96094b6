// fails: all widgets are fetched together
export async function loadDashboard(
  widgets: string[],
  fetchWidget: (name: string) => Promise<unknown>,
): Promise<unknown[]> {
  const data: unknown[] = [];
  for (const widget of widgets) {
    try {
      data.push(await fetchWidget(widget));
    } catch (error) {
      throw new Error(`${widget}: ${(error as Error).message}`, { cause: error });
    }
  }
  return data;
}
