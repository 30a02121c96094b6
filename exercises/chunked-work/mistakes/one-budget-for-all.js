// fails: a slice ends when its budget is used up
export async function processAll(items, handle, { budgetMs, onProgress, signal }) {
  const results = [];
  const startMs = performance.now();
  for (const item of items) {
    signal.throwIfAborted();
    results.push(handle(item));
    if (performance.now() - startMs >= budgetMs || results.length === items.length) {
      onProgress(results.length);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return results;
}
