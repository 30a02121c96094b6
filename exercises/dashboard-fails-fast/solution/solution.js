/**
 * Loads all widgets together, or rejects as soon as one fails and says which.
 *
 * @param {string[]} widgets
 * @param {(name: string) => Promise<unknown>} fetchWidget
 * @returns {Promise<unknown[]>}
 */
export async function loadDashboard(widgets, fetchWidget) {
  const loads = widgets.map(async (widget) => {
    try {
      return await fetchWidget(widget);
    } catch (error) {
      throw new Error(`${widget}: ${error.message}`, { cause: error });
    }
  });
  return await Promise.all(loads);
}
