// fails: all widgets are fetched together
export async function loadDashboard(widgets, fetchWidget) {
  const data = [];
  const load = async (widget) => {
    try {
      data.push(await fetchWidget(widget));
    } catch (error) {
      throw new Error(`${widget}: ${error.message}`, { cause: error });
    }
  };
  await Promise.all(widgets.map(load));
  return data;
}
