// fails: three widgets ask for the same user at once
export function cached<Value>(load: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const promises = new Map<string, Promise<Value>>();
  return async (key) => {
    const known = promises.get(key);
    if (known) return await known;
    const value = await load(key);
    promises.set(key, Promise.resolve(value));
    return value;
  };
}
