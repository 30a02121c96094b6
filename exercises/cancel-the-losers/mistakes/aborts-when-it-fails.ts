// fails: the first answer wins, and the others are aborted at that moment
type Source = (options: { signal: AbortSignal }) => Promise<unknown>;

export async function fastest(sources: Source[]): Promise<unknown> {
  const controller = new AbortController();
  try {
    return await Promise.any(sources.map((source) => source({ signal: controller.signal })));
  } catch (error) {
    controller.abort();
    throw error;
  }
}
