/** A function that loads as `load` does, but each key only once. */
export function cached<Value>(load: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const values = new Map<string, Value>();
  return async (key) => {
    if (!values.has(key)) values.set(key, await load(key));
    return values.get(key) as Value;
  };
}
