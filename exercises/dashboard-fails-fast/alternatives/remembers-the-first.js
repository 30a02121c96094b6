export async function loadDashboard(widgets, fetchWidget) {
  let failed;
  const loads = widgets.map((widget) => {
    const load = fetchWidget(widget);
    load.catch(() => (failed ??= widget));
    return load;
  });
  try {
    return await Promise.all(loads);
  } catch (cause) {
    throw new Error(`${failed}: ${cause.message}`, { cause });
  }
}
