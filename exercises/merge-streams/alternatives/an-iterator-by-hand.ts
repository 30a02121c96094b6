type Pulled<Value> = { from: AsyncIterator<Value>; result: IteratorResult<Value> };

export function merge<Value>(left: AsyncIterable<Value>, right: AsyncIterable<Value>) {
  const open = new Map<AsyncIterator<Value>, Promise<Pulled<Value>>>();
  let isAsked = false;

  function ask(iterator: AsyncIterator<Value>): void {
    const pulled = iterator.next().then((result) => ({ from: iterator, result }));
    pulled.catch(() => {});
    open.delete(iterator);
    open.set(iterator, pulled);
  }

  async function close(): Promise<IteratorResult<Value>> {
    for (const iterator of open.keys()) void iterator.return?.();
    open.clear();
    return { value: undefined, done: true };
  }

  return {
    async next(): Promise<IteratorResult<Value>> {
      if (!isAsked) for (const source of [left, right]) ask(source[Symbol.asyncIterator]());
      isAsked = true;
      while (open.size > 0) {
        try {
          const { from, result } = await Promise.race(open.values());
          if (result.done) {
            open.delete(from);
            continue;
          }
          ask(from);
          return result;
        } catch (error) {
          await close();
          throw error;
        }
      }
      return { value: undefined, done: true };
    },
    return: close,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
