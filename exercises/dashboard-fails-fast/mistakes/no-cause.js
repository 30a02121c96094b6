// fails: the error keeps its cause
export async function loadDashboard(widgets, fetchWidget) {
  return await Promise.all(
    widgets.map((widget) =>
      fetchWidget(widget).catch((error) => {
        throw new Error(`${widget}: ${error.message}`);
      }),
    ),
  );
}
