// fails: the first failure is told at once, with its name
export async function loadDashboard(
  widgets: string[],
  fetchWidget: (name: string) => Promise<unknown>,
): Promise<unknown[]> {
  const records = await Promise.allSettled(widgets.map((widget) => fetchWidget(widget)));
  return records.map((record, index) => {
    if (record.status === 'fulfilled') return record.value;
    throw new Error(`${widgets[index]}: ${record.reason.message}`, { cause: record.reason });
  });
}
