// fails: one failure does not hide the others
type Dashboard = { loaded: Record<string, unknown>; failed: { widget: string; reason: string }[] };

export async function loadDashboard(
  widgets: string[],
  fetchWidget: (name: string) => Promise<unknown>,
): Promise<Dashboard> {
  try {
    const answers = await Promise.all(widgets.map((widget) => fetchWidget(widget)));
    return {
      loaded: Object.fromEntries(widgets.map((widget, index) => [widget, answers[index]])),
      failed: [],
    };
  } catch (error) {
    return { loaded: {}, failed: widgets.map((widget) => ({ widget, reason: (error as Error).message })) };
  }
}
