// fails: a value is kept until it is too old, and no longer
export function makeCache<Value>(load: (key: string) => Promise<Value>) {
  const entries = new Map<string, Promise<Value>>();
  return async (key: string): Promise<Value> => {
    const known = entries.get(key);
    if (known) return await known;
    const promise = load(key);
    entries.set(key, promise);
    promise.catch(() => entries.delete(key));
    return await promise;
  };
}
