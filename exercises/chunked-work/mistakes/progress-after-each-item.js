// fails: a slice ends when its budget is used up
export async function processAll(items, handle, { budgetMs, onProgress, signal }) {
  const results = [];
  let endMs = performance.now() + budgetMs;
  for (const item of items) {
    signal.throwIfAborted();
    results.push(handle(item));
    onProgress(results.length);
    if (performance.now() >= endMs) {
      await new Promise((resolve) => setImmediate(resolve));
      endMs = performance.now() + budgetMs;
    }
  }
  return results;
}
