type Outcome = { widget: string; data: unknown } | { widget: string; reason: string };
type Dashboard = { loaded: Record<string, unknown>; failed: { widget: string; reason: string }[] };

export async function loadDashboard(
  widgets: string[],
  fetchWidget: (name: string) => Promise<unknown>,
): Promise<Dashboard> {
  const outcomes = await Promise.all(
    widgets.map(async (widget): Promise<Outcome> => {
      try {
        return { widget, data: await fetchWidget(widget) };
      } catch (error) {
        return { widget, reason: (error as Error).message };
      }
    }),
  );
  return {
    loaded: Object.fromEntries(outcomes.flatMap((one) => ('data' in one ? [[one.widget, one.data]] : []))),
    failed: outcomes.filter((one) => 'reason' in one),
  };
}
