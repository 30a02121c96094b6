export function retry(task, { attempts, baseMs, random, isTemporary }) {
  const { promise, resolve, reject } = Promise.withResolvers();
  let left = attempts;
  let limitMs = baseMs;

  function tryOnce() {
    left -= 1;
    task().then(resolve, (cause) => {
      if (!isTemporary(cause)) return reject(cause);
      if (left === 0) return reject(new Error(`Gave up after attempt ${attempts}`, { cause }));
      setTimeout(tryOnce, Math.floor(random() * limitMs));
      limitMs *= 2;
    });
  }

  tryOnce();
  return promise;
}
