/**
 * Hands out the values of two sources in the order of their arrival; closes both in the end.
 *
 * @template Value
 * @param {AsyncIterable<Value>} left
 * @param {AsyncIterable<Value>} right
 * @returns {AsyncGenerator<Value, void, undefined>}
 */
export async function* merge(left, right) {
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

async function pull(iterator) {
  return { iterator, result: await iterator.next() };
}
