/**
 * A function that loads as `load` does, but each key only once.
 *
 * @template Value
 * @param {(key: string) => Promise<Value>} load
 * @returns {(key: string) => Promise<Value>}
 */
export function cached(load) {
  const values = new Map();
  return async (key) => {
    if (!values.has(key)) values.set(key, await load(key));
    return values.get(key);
  };
}
