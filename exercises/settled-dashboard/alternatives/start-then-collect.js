export async function loadDashboard(widgets, fetchWidget) {
  const pending = new Map(widgets.map((widget) => [widget, fetchWidget(widget)]));
  await Promise.allSettled(pending.values());
  const loaded = {};
  const failed = [];
  for (const [widget, promise] of pending) {
    await promise.then(
      (data) => (loaded[widget] = data),
      (error) => failed.push({ widget, reason: error.message }),
    );
  }
  return { loaded, failed };
}
