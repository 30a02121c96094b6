/** A cache in front of `load`. A value is given out until it is `maxAgeMs` old. */
export function makeCache<Value>(
  load: (key: string) => Promise<Value>,
  maxAgeMs: number,
): (key: string) => Promise<Value> {
  const entries = new Map<string, { value: Value; arrivedAtMs: number }>();
  return async function get(key) {
    const entry = entries.get(key);
    if (entry && Date.now() - entry.arrivedAtMs < maxAgeMs) return entry.value;
    const value = await load(key);
    entries.set(key, { value, arrivedAtMs: Date.now() });
    return value;
  };
}
