// fails: a server that is down does not matter
type Source = (options: { signal: AbortSignal }) => Promise<unknown>;

export async function fastest(sources: Source[]): Promise<unknown> {
  const controller = new AbortController();
  const ask = (source: Source) =>
    source({ signal: controller.signal }).finally(() => {
      controller.abort();
    });
  return await Promise.any(sources.map(ask));
}
