// fails: a budget that is used up to the ms
type Options = { budgetMs: number; onProgress: (done: number) => void; signal: AbortSignal };

export async function processAll<Item, Result>(
  items: Item[],
  handle: (item: Item) => Result,
  { budgetMs, onProgress, signal }: Options,
): Promise<Result[]> {
  const results: Result[] = [];
  while (results.length < items.length) {
    signal.throwIfAborted();
    const startMs = performance.now();
    do {
      results.push(handle(items[results.length] as Item));
    } while (results.length < items.length && performance.now() - startMs <= budgetMs);
    onProgress(results.length);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return results;
}
