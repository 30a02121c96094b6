// fails: a failure is not kept
export function makeCache<Value>(load: (key: string) => Promise<Value>, maxAgeMs: number) {
  const entries = new Map<string, { promise: Promise<Value>; arrivedAtMs: number }>();
  return async (key: string): Promise<Value> => {
    let entry = entries.get(key);
    if (!entry || Date.now() - entry.arrivedAtMs >= maxAgeMs) {
      const fresh = { promise: load(key), arrivedAtMs: Infinity };
      entries.set(key, fresh);
      fresh.promise.finally(() => (fresh.arrivedAtMs = Date.now())).catch(() => {});
      entry = fresh;
    }
    return await entry.promise;
  };
}
