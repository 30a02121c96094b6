// fails: two calls at once do not disturb each other
export function withTimeout(task, limitMs) {
  return new Promise((resolve, reject) => {
    const startedAt = Date.now();
    const watch = setInterval(() => {
      if (Date.now() - startedAt < limitMs) return;
      clearInterval(watch);
      reject(Object.assign(new Error(`Timed out after ${limitMs} ms`), { name: 'TimeoutError' }));
    }, 10);
    (async () => await task())()
      .then(resolve, reject)
      .finally(() => clearInterval(watch));
  });
}
