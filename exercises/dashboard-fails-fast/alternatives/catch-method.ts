function named(widget: string): (cause: Error) => never {
  return (cause) => {
    throw new Error(`${widget}: ${cause.message}`, { cause });
  };
}

export function loadDashboard(
  widgets: string[],
  fetchWidget: (name: string) => Promise<unknown>,
): Promise<unknown[]> {
  return Promise.all(widgets.map((widget) => fetchWidget(widget).catch(named(widget))));
}
