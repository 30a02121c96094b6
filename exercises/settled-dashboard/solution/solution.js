/**
 * @typedef {{ widget: string, reason: string }} Failure
 * @typedef {{ loaded: Record<string, unknown>, failed: Failure[] }} Dashboard
 */

/**
 * Fetches all widgets together; tells what has loaded, and what has failed and why.
 *
 * @param {string[]} widgets
 * @param {(name: string) => Promise<unknown>} fetchWidget
 * @returns {Promise<Dashboard>}
 */
export async function loadDashboard(widgets, fetchWidget) {
  const records = await Promise.allSettled(widgets.map((widget) => fetchWidget(widget)));
  const loaded = {};
  const failed = [];
  for (const [index, widget] of widgets.entries()) {
    const record = records[index];
    if (record.status === 'fulfilled') loaded[widget] = record.value;
    else failed.push({ widget, reason: record.reason.message });
  }
  return { loaded, failed };
}
