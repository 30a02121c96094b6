// fails: news come in the order of arrival
export async function* merge<Value>(left: AsyncIterable<Value>, right: AsyncIterable<Value>) {
  const open = new Set([left, right].map((source) => source[Symbol.asyncIterator]()));
  try {
    while (open.size > 0) {
      const pulls = [...open].map(async (iterator) => ({ iterator, result: await iterator.next() }));
      const { iterator, result } = await Promise.race(pulls);
      if (result.done) open.delete(iterator);
      else yield result.value;
    }
  } finally {
    await Promise.all([...open].map((iterator) => iterator.return?.()));
  }
}
