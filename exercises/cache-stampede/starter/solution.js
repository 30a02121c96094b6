/**
 * A cache in front of `load`. A value is given out until it is `maxAgeMs` old.
 *
 * @template Value
 * @param {(key: string) => Promise<Value>} load
 * @param {number} maxAgeMs
 * @returns {(key: string) => Promise<Value>}
 */
export function makeCache(load, maxAgeMs) {
  const entries = new Map();
  return async function get(key) {
    const entry = entries.get(key);
    if (entry && Date.now() - entry.arrivedAtMs < maxAgeMs) return entry.value;
    const value = await load(key);
    entries.set(key, { value, arrivedAtMs: Date.now() });
    return value;
  };
}
