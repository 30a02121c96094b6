export type Options = { budgetMs: number; onProgress: (done: number) => void; signal: AbortSignal };

/** Handles all items in slices of `budgetMs`, with a turn for others in between. */
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
    await new Promise((resolve) => setImmediate(resolve));
  }
  return results;
}
