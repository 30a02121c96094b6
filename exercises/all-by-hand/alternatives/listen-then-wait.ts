export function all<Value>(items: (Value | PromiseLike<Value>)[]): Promise<Value[]> {
  const promises = items.map(async (item) => await item);
  const { promise, resolve, reject } = Promise.withResolvers<Value[]>();
  for (const one of promises) one.catch(reject);
  const collect = async (): Promise<Value[]> => {
    const values: Value[] = [];
    for (const one of promises) values.push(await one);
    return values;
  };
  collect().then(resolve, reject);
  return promise;
}
