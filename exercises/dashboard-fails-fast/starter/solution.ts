export type FetchWidget = (name: string) => Promise<unknown>;

/** Loads all widgets together, or rejects as soon as one fails and says which. */
export async function loadDashboard(widgets: string[], fetchWidget: FetchWidget): Promise<unknown[]> {
  const records = await Promise.allSettled(widgets.map((widget) => fetchWidget(widget)));
  return records.map((record) => {
    if (record.status === 'rejected') throw new Error('Something failed');
    return record.value;
  });
}
