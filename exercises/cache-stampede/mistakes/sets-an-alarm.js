// fails: a value is kept until it is too old, and no longer
export function makeCache(load, maxAgeMs) {
  const entries = new Map();
  return async (key) => {
    if (!entries.has(key)) {
      const promise = load(key);
      entries.set(key, promise);
      promise.then(
        () => setTimeout(() => entries.delete(key), maxAgeMs),
        () => entries.delete(key),
      );
    }
    return await entries.get(key);
  };
}
