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
  while (results.length < items.length) {
    signal.throwIfAborted();
    const endMs = performance.now() + budgetMs;
    do {
      results.push(handle(items[results.length]));
    } while (results.length < items.length && performance.now() < endMs);
    onProgress(results.length);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return results;
}
