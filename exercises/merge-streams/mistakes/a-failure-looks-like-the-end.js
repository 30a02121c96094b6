// fails: a source that fails ends the loop and closes the other
export async function* merge(left, right) {
  const iterators = [left, right].map((source) => source[Symbol.asyncIterator]());
  const pull = async (iterator) => {
    const result = await iterator.next().catch(() => ({ done: true }));
    return { iterator, result };
  };
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
    await Promise.all(iterators.map((iterator) => iterator.return()));
  }
}
