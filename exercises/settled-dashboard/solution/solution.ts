export type Failure = { widget: string; reason: string };
export type Dashboard = { loaded: Record<string, unknown>; failed: Failure[] };
export type FetchWidget = (name: string) => Promise<unknown>;

/** Fetches all widgets together; tells what has loaded, and what has failed and why. */
export async function loadDashboard(widgets: string[], fetchWidget: FetchWidget): Promise<Dashboard> {
  const records = await Promise.allSettled(widgets.map((widget) => fetchWidget(widget)));
  const dashboard: Dashboard = { loaded: {}, failed: [] };
  for (const [index, widget] of widgets.entries()) {
    const record = records[index];
    if (record?.status === 'fulfilled') dashboard.loaded[widget] = record.value;
    else dashboard.failed.push({ widget, reason: record?.reason.message });
  }
  return dashboard;
}
