// fails: one failure does not hide the others
type Dashboard = {
  loaded: Record<string, unknown>;
  failed: { widget: string | undefined; reason: string }[];
};

export async function loadDashboard(
  widgets: string[],
  fetchWidget: (name: string) => Promise<unknown>,
): Promise<Dashboard> {
  const records = await Promise.allSettled(widgets.map((widget) => fetchWidget(widget)));
  const loaded: Record<string, unknown> = {};
  records.forEach((record, index) => {
    if (record.status === 'fulfilled') loaded[widgets[index] ?? ''] = record.value;
  });
  const failed = records
    .filter((record) => record.status === 'rejected')
    .map((record, index) => ({ widget: widgets[index], reason: record.reason.message }));
  return { loaded, failed };
}
