// fails: widgets are fetched together
export async function loadDashboard(widgets, fetchWidget) {
  const loaded = {};
  const failed = [];
  for (const widget of widgets) {
    const [record] = await Promise.allSettled([fetchWidget(widget)]);
    if (record.status === 'fulfilled') loaded[widget] = record.value;
    else failed.push({ widget, reason: record.reason.message });
  }
  return { loaded, failed };
}
