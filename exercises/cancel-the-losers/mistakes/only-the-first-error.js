// fails: if all servers are down, it says why
export async function fastest(sources) {
  const controller = new AbortController();
  try {
    return await Promise.any(sources.map((source) => source({ signal: controller.signal })));
  } catch (error) {
    throw error.errors[0];
  } finally {
    controller.abort();
  }
}
