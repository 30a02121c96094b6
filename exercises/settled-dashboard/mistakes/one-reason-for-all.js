// fails: any mix of answers and failures
export async function loadDashboard(widgets, fetchWidget) {
  const records = await Promise.allSettled(widgets.map((widget) => fetchWidget(widget)));
  const loaded = {};
  const failed = [];
  records.forEach((record, index) => {
    if (record.status === 'fulfilled') loaded[widgets[index]] = record.value;
    else failed.push({ widget: widgets[index], reason: 'Service is down' });
  });
  return { loaded, failed };
}
