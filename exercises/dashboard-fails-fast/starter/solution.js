/**
 * Loads all widgets together, or rejects as soon as one fails and says which.
 *
 * @param {string[]} widgets
 * @param {(name: string) => Promise<unknown>} fetchWidget
 * @returns {Promise<unknown[]>}
 */
export async function loadDashboard(widgets, fetchWidget) {
  const records = await Promise.allSettled(widgets.map((widget) => fetchWidget(widget)));
  if (records.some((record) => record.status === 'rejected')) throw new Error('Something failed');
  return records.map((record) => record.value);
}
