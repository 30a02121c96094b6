// fails: a user who is there is not loaded again
export function cached<Value>(load: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const values = new Map<string, Value>();
  let line: Promise<unknown> = Promise.resolve();
  return async (key) => {
    const mine = line.then(async () => {
      if (!values.has(key)) values.set(key, await load(key));
      return values.get(key) as Value;
    });
    line = mine.catch(() => {});
    return await mine;
  };
}
