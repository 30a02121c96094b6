// fails: the end of one source is not the end
export async function* merge(left, right) {
  const iterators = [left, right].map((source) => source[Symbol.asyncIterator]());
  const pull = async (iterator) => ({ iterator, result: await iterator.next() });
  const pulls = new Map(iterators.map((iterator) => [iterator, pull(iterator)]));
  try {
    for (;;) {
      const { iterator, result } = await Promise.race(pulls.values());
      if (result.done) return;
      yield result.value;
      pulls.set(iterator, pull(iterator));
    }
  } finally {
    await Promise.all(iterators.map((iterator) => iterator.return()));
  }
}
