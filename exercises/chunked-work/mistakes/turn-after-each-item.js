// fails: a slice ends when its budget is used up
export async function processAll(items, handle, { onProgress, signal }) {
  const results = [];
  for (const item of items) {
    signal.throwIfAborted();
    results.push(handle(item));
    onProgress(results.length);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return results;
}
