// fails: one failure does not hide the others
export async function loadDashboard(widgets, fetchWidget) {
  const records = await Promise.allSettled(widgets.map((widget) => fetchWidget(widget)));
  const loaded = {};
  const failed = [];
  records.forEach(({ status, value, reason }, index) => {
    if (status === 'fulfilled') loaded[widgets[index]] = value;
    else failed.push({ widget: widgets[index], reason });
  });
  return { loaded, failed };
}
