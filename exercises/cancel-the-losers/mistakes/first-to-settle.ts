// fails: a server that is down does not matter
type Source = (options: { signal: AbortSignal }) => Promise<unknown>;

export async function fastest(sources: Source[]): Promise<unknown> {
  const controller = new AbortController();
  try {
    return await Promise.race(sources.map((source) => source({ signal: controller.signal })));
  } finally {
    controller.abort();
  }
}
