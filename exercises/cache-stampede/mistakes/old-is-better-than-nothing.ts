// fails: an old value does not stand in for a failure
type Entry<Value> = { promise: Promise<Value>; oldAtMs: number; value?: Value };

export function makeCache<Value>(load: (key: string) => Promise<Value>, maxAgeMs: number) {
  const entries = new Map<string, Entry<Value>>();
  return async (key: string): Promise<Value> => {
    const before = entries.get(key);
    if (before && Date.now() < before.oldAtMs) return await before.promise;
    const entry: Entry<Value> = { promise: load(key), oldAtMs: Infinity };
    entries.set(key, entry);
    entry.promise.then(
      (value) => Object.assign(entry, { value, oldAtMs: Date.now() + maxAgeMs }),
      () => entries.delete(key),
    );
    try {
      return await entry.promise;
    } catch (error) {
      if (before && 'value' in before) return before.value as Value;
      throw error;
    }
  };
}
