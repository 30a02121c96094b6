// fails: failures are listed in the order of the widgets
type Dashboard = { loaded: Record<string, unknown>; failed: { widget: string; reason: string }[] };

export async function loadDashboard(
  widgets: string[],
  fetchWidget: (name: string) => Promise<unknown>,
): Promise<Dashboard> {
  const dashboard: Dashboard = { loaded: {}, failed: [] };
  await Promise.all(
    widgets.map(async (widget) => {
      try {
        dashboard.loaded[widget] = await fetchWidget(widget);
      } catch (error) {
        dashboard.failed.push({ widget, reason: (error as Error).message });
      }
    }),
  );
  return dashboard;
}
