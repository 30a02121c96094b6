// fails: the age counts from the arrival
export function makeCache<Value>(load: (key: string) => Promise<Value>, maxAgeMs: number) {
  const entries = new Map<string, { promise: Promise<Value>; startedAtMs: number }>();
  return async (key: string): Promise<Value> => {
    let entry = entries.get(key);
    if (!entry || Date.now() - entry.startedAtMs >= maxAgeMs) {
      entry = { promise: load(key), startedAtMs: Date.now() };
      entries.set(key, entry);
      entry.promise.catch(() => entries.delete(key));
    }
    return await entry.promise;
  };
}
