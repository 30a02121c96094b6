// fails: the dashboard stands even if nothing loads
export async function loadDashboard(widgets, fetchWidget) {
  const records = await Promise.allSettled(widgets.map((widget) => fetchWidget(widget)));
  if (records.length > 0 && records.every((record) => record.status === 'rejected')) {
    throw new AggregateError(
      records.map((record) => record.reason),
      'All widgets failed',
    );
  }
  const loaded = {};
  const failed = [];
  records.forEach((record, index) => {
    if (record.status === 'fulfilled') loaded[widgets[index]] = record.value;
    else failed.push({ widget: widgets[index], reason: record.reason.message });
  });
  return { loaded, failed };
}
