/**
 * A function that loads as `load` does, but each key only once.
 *
 * @template Value
 * @param {(key: string) => Promise<Value>} load
 * @returns {(key: string) => Promise<Value>}
 */
export function cached(load) {
  const asked = new Map();
  return (key) => {
    const known = asked.get(key);
    if (known) return known;
    const loading = load(key);
    asked.set(key, loading);
    loading.catch(() => asked.delete(key));
    return loading;
  };
}
