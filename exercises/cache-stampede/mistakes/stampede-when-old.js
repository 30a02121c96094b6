// fails: a crowd at an old value asks once
export function makeCache(load, maxAgeMs) {
  const entries = new Map();
  const arrivedAtMs = new Map();
  return async (key) => {
    if (Date.now() - (arrivedAtMs.get(key) ?? Infinity) >= maxAgeMs) entries.delete(key);
    if (!entries.has(key)) {
      const promise = load(key);
      entries.set(key, promise);
      promise.then(
        () => arrivedAtMs.set(key, Date.now()),
        () => entries.delete(key),
      );
    }
    return await entries.get(key);
  };
}
