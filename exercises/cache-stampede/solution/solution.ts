type Entry<Value> = { promise: Promise<Value>; tooOldAtMs: number };

/** A cache in front of `load`. A value is given out until it is `maxAgeMs` old; while it is loaded, all wait for one load. */
export function makeCache<Value>(
  load: (key: string) => Promise<Value>,
  maxAgeMs: number,
): (key: string) => Promise<Value> {
  const entries = new Map<string, Entry<Value>>();

  function refresh(key: string): Promise<Value> {
    const entry = { promise: load(key), tooOldAtMs: Infinity };
    entries.set(key, entry);
    entry.promise.then(
      () => (entry.tooOldAtMs = Date.now() + maxAgeMs),
      () => entries.delete(key),
    );
    return entry.promise;
  }

  return async function get(key) {
    const entry = entries.get(key);
    return await (entry && Date.now() < entry.tooOldAtMs ? entry.promise : refresh(key));
  };
}
