// fails: a failure is not kept
export function cached<Value>(
  load: (key: string) => Promise<Value>,
): (key: string) => Promise<Value | undefined> {
  const promises = new Map<string, Promise<Value | undefined>>();
  return async (key) => {
    if (!promises.has(key)) {
      promises.set(
        key,
        load(key).catch(() => {
          promises.delete(key);
          return undefined;
        }),
      );
    }
    return await promises.get(key);
  };
}
