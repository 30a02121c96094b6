/** A function that loads as `load` does, but each key only once. */
export function cached<Value>(load: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const asked = new Map<string, Promise<Value>>();
  return (key) => {
    const known = asked.get(key);
    if (known) return known;
    const loading = load(key);
    asked.set(key, loading);
    loading.catch(() => asked.delete(key));
    return loading;
  };
}
