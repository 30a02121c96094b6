// fails: leaving the loop closes both sources
export async function* merge(left, right) {
  const pull = async (iterator) => ({ iterator, result: await iterator.next() });
  const iterators = [left, right].map((source) => source[Symbol.asyncIterator]());
  const pulls = new Map(iterators.map((iterator) => [iterator, pull(iterator)]));
  let latest;
  try {
    while (pulls.size > 0) {
      const { iterator, result } = await Promise.race(pulls.values());
      latest = iterator;
      pulls.delete(iterator);
      if (result.done) continue;
      yield result.value;
      pulls.set(iterator, pull(iterator));
    }
  } finally {
    await latest?.return();
  }
}
