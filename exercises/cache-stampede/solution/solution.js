/**
 * A cache in front of `load`. A value is given out until it is `maxAgeMs` old; while it is loaded, all wait for one load.
 *
 * @template Value
 * @param {(key: string) => Promise<Value>} load
 * @param {number} maxAgeMs
 * @returns {(key: string) => Promise<Value>}
 */
export function makeCache(load, maxAgeMs) {
  const entries = new Map();

  function refresh(key) {
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
