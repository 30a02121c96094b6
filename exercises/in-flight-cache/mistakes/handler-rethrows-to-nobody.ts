// fails: a failure is not kept
export function cached<Value>(load: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const promises = new Map<string, Promise<Value>>();
  return (key) => {
    const known = promises.get(key);
    if (known) return known;
    const promise = load(key);
    promises.set(key, promise);
    promise.catch((error) => {
      promises.delete(key);
      throw error;
    });
    return promise;
  };
}
