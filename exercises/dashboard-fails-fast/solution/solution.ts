export type FetchWidget = (name: string) => Promise<unknown>;

/** Loads all widgets together, or rejects as soon as one fails and says which. */
export async function loadDashboard(widgets: string[], fetchWidget: FetchWidget): Promise<unknown[]> {
  const loads = widgets.map(async (widget) => {
    try {
      return await fetchWidget(widget);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`${widget}: ${reason}`, { cause: error });
    }
  });
  return await Promise.all(loads);
}
