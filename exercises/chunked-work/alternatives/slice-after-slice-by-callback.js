export function processAll(items, handle, { budgetMs, onProgress, signal }) {
  return new Promise((resolve, reject) => {
    const results = [];
    function nextSlice() {
      if (signal.aborted && results.length < items.length) return reject(signal.reason);
      const startMs = Date.now();
      try {
        while (results.length < items.length) {
          results.push(handle(items[results.length]));
          if (Date.now() - startMs >= budgetMs) break;
        }
      } catch (error) {
        return reject(error);
      }
      if (items.length > 0) onProgress(results.length);
      if (results.length === items.length) resolve(results);
      else setImmediate(nextSlice);
    }
    nextSlice();
  });
}
