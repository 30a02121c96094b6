// fails: widgets are fetched together
type Dashboard = { loaded: Record<string, unknown>; failed: { widget: string; reason: string }[] };

export async function loadDashboard(
  widgets: string[],
  fetchWidget: (name: string) => Promise<unknown>,
): Promise<Dashboard> {
  const dashboard: Dashboard = { loaded: {}, failed: [] };
  for (const widget of widgets) {
    try {
      dashboard.loaded[widget] = await fetchWidget(widget);
    } catch (error) {
      dashboard.failed.push({ widget, reason: (error as Error).message });
    }
  }
  return dashboard;
}
