// fails: an empty answer is an answer
type Dashboard = { loaded: Record<string, unknown>; failed: { widget: string; reason: string }[] };

export async function loadDashboard(
  widgets: string[],
  fetchWidget: (name: string) => Promise<unknown>,
): Promise<Dashboard> {
  const reasons = new Map<string, string>();
  const answers = await Promise.all(
    widgets.map((widget) =>
      fetchWidget(widget).catch((error: Error) => {
        reasons.set(widget, error.message);
      }),
    ),
  );
  const dashboard: Dashboard = { loaded: {}, failed: [] };
  widgets.forEach((widget, index) => {
    if (answers[index]) dashboard.loaded[widget] = answers[index];
    else dashboard.failed.push({ widget, reason: reasons.get(widget) ?? 'No data' });
  });
  return dashboard;
}
