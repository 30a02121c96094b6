// fails: a failure is not kept
export function cached<Value>(load: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const promises = new Map<string, Promise<Value>>();
  return async (key) => {
    if (!promises.has(key)) promises.set(key, load(key));
    return await (promises.get(key) as Promise<Value>);
  };
}
