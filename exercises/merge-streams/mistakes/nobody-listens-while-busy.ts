// fails: a failure while the loop is busy waits for the loop
export async function* merge<Value>(left: AsyncIterable<Value>, right: AsyncIterable<Value>) {
  const iterators = [left, right].map((source) => source[Symbol.asyncIterator]());
  const pull = async (iterator: AsyncIterator<Value>) => ({ iterator, result: await iterator.next() });
  const pulls = new Map(iterators.map((iterator) => [iterator, pull(iterator)]));
  try {
    while (pulls.size > 0) {
      const { iterator, result } = await Promise.race(pulls.values());
      pulls.delete(iterator);
      if (result.done) continue;
      pulls.set(iterator, pull(iterator));
      yield result.value;
    }
  } finally {
    await Promise.all(iterators.map((iterator) => iterator.return?.()));
  }
}
