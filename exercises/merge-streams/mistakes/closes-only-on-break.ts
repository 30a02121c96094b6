// fails: a source that fails ends the loop and closes the other
type Pulled<Value> = { iterator: AsyncIterator<Value>; result: IteratorResult<Value> };

export function merge<Value>(left: AsyncIterable<Value>, right: AsyncIterable<Value>) {
  const iterators = [left, right].map((source) => source[Symbol.asyncIterator]());
  const pull = async (iterator: AsyncIterator<Value>): Promise<Pulled<Value>> => ({
    iterator,
    result: await iterator.next(),
  });
  const pulls = new Map<AsyncIterator<Value>, Promise<Pulled<Value>>>();
  let latest: AsyncIterator<Value>[] = iterators;
  return {
    async next(): Promise<IteratorResult<Value>> {
      for (const iterator of latest) pulls.set(iterator, pull(iterator));
      latest = [];
      while (pulls.size > 0) {
        const { iterator, result } = await Promise.race(pulls.values());
        pulls.delete(iterator);
        if (result.done) continue;
        latest = [iterator];
        return result;
      }
      return { value: undefined, done: true };
    },
    async return() {
      await Promise.all(iterators.map((iterator) => iterator.return?.()));
      return { value: undefined, done: true };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
