export function loadDashboard(
  widgets: string[],
  fetchWidget: (name: string) => Promise<unknown>,
): Promise<unknown[]> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown[]>();
  const data: unknown[] = widgets.map(() => null);
  let missing = widgets.length;
  if (missing === 0) resolve(data);
  for (const [index, widget] of widgets.entries()) {
    fetchWidget(widget).then(
      (value) => {
        data[index] = value;
        missing -= 1;
        if (missing === 0) resolve(data);
      },
      (cause: Error) => reject(new Error(`${widget}: ${cause.message}`, { cause })),
    );
  }
  return promise;
}
