/** Hands out the values of two sources in the order of their arrival; closes both in the end. */
export async function* merge<Value>(
  left: AsyncIterable<Value>,
  right: AsyncIterable<Value>,
): AsyncGenerator<Value, void, undefined> {
  const iterators = [left, right].map((source) => source[Symbol.asyncIterator]());
  const pulls = new Map(iterators.map((iterator) => [iterator, pull(iterator)]));
  try {
    while (pulls.size > 0) {
      const { iterator, result } = await Promise.race(pulls.values());
      pulls.delete(iterator);
      if (result.done) continue;
      yield result.value;
      pulls.set(iterator, pull(iterator));
    }
  } finally {
    await Promise.all(iterators.map(async (iterator) => await iterator.return?.()));
  }
}

type Pulled<Value> = { iterator: AsyncIterator<Value>; result: IteratorResult<Value> };

async function pull<Value>(iterator: AsyncIterator<Value>): Promise<Pulled<Value>> {
  return { iterator, result: await iterator.next() };
}
