// fails: news come in the order of arrival
export async function* merge<Value>(left: AsyncIterable<Value>, right: AsyncIterable<Value>) {
  const iterators = [left, right].map((source) => source[Symbol.asyncIterator]());
  try {
    for (;;) {
      const results = await Promise.all(iterators.map((iterator) => iterator.next()));
      if (results.every(({ done }) => done)) return;
      for (const { value, done } of results) if (!done) yield value;
    }
  } finally {
    await Promise.all(iterators.map((iterator) => iterator.return?.()));
  }
}
