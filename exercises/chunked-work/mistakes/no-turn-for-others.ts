// fails: timers keep their time
type Options = { budgetMs: number; onProgress: (done: number) => void; signal: AbortSignal };

export async function processAll<Item, Result>(
  items: Item[],
  handle: (item: Item) => Result,
  { budgetMs, onProgress, signal }: Options,
): Promise<Result[]> {
  const results: Result[] = [];
  while (results.length < items.length) {
    signal.throwIfAborted();
    const endMs = performance.now() + budgetMs;
    do {
      results.push(handle(items[results.length] as Item));
    } while (results.length < items.length && performance.now() < endMs);
    onProgress(results.length);
    await Promise.resolve();
  }
  return results;
}
