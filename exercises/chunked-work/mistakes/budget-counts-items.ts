// fails: a slice ends when its budget is used up
type Options = { budgetMs: number; onProgress: (done: number) => void; signal: AbortSignal };

export async function processAll<Item, Result>(
  items: Item[],
  handle: (item: Item) => Result,
  { budgetMs, onProgress, signal }: Options,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < items.length; from += budgetMs) {
    signal.throwIfAborted();
    results.push(...items.slice(from, from + budgetMs).map(handle));
    onProgress(results.length);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return results;
}
