// fails: the first failure is told at once, with its name
export async function loadDashboard(widgets, fetchWidget) {
  const loads = widgets.map((widget) => fetchWidget(widget));
  const data = [];
  for (const [index, widget] of widgets.entries()) {
    try {
      data.push(await loads[index]);
    } catch (error) {
      throw new Error(`${widget}: ${error.message}`, { cause: error });
    }
  }
  return data;
}
