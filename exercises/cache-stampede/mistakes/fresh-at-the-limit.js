// fails: a value is kept until it is too old, and no longer
export function makeCache(load, maxAgeMs) {
  const entries = new Map();
  return async (key) => {
    const entry = entries.get(key);
    if (entry && !(Date.now() - entry.arrivedAtMs > maxAgeMs)) return await entry.promise;
    const fresh = { promise: load(key) };
    entries.set(key, fresh);
    fresh.promise.then(
      () => (fresh.arrivedAtMs = Date.now()),
      () => entries.delete(key),
    );
    return await fresh.promise;
  };
}
