// fails: the first failure is told at once, with its name
export async function loadDashboard(widgets, fetchWidget) {
  let current;
  try {
    return await Promise.all(
      widgets.map((widget) => {
        current = widget;
        return fetchWidget(widget);
      }),
    );
  } catch (error) {
    throw new Error(`${current}: ${error.message}`, { cause: error });
  }
}
