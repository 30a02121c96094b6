export type FetchWidget = (name: string) => Promise<unknown>;

/** Loads all widgets together, or rejects as soon as one fails and says which. */
export async function loadDashboard(widgets: string[], fetchWidget: FetchWidget): Promise<unknown[]> {
  const loads = widgets.map(async (widget) => {
    try {
      return await fetchWidget(widget);
    } catch (error) {
      throw new Error(`${widget}: ${(error as Error).message}`, { cause: error });
    }
  });
  return await Promise.all(loads);
}
