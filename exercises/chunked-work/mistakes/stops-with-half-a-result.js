// fails: the stop button stops before the next slice
export async function processAll(items, handle, { budgetMs, onProgress, signal }) {
  const results = [];
  while (results.length < items.length && !signal.aborted) {
    const endMs = performance.now() + budgetMs;
    do {
      results.push(handle(items[results.length]));
    } while (results.length < items.length && performance.now() < endMs);
    onProgress(results.length);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return results;
}
