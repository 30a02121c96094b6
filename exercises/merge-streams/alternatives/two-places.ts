const never = new Promise<never>(() => {});

export async function* merge<Value>(left: AsyncIterable<Value>, right: AsyncIterable<Value>) {
  const iterators = [left[Symbol.asyncIterator](), right[Symbol.asyncIterator]()] as const;
  const next = (place: 0 | 1) => iterators[place].next().then((result) => ({ place, result }));
  const promises: Promise<{ place: 0 | 1; result: IteratorResult<Value> }>[] = [next(0), next(1)];
  let ended = 0;
  try {
    while (ended < 2) {
      const { place, result } = await Promise.race(promises);
      if (result.done) {
        promises[place] = never;
        ended += 1;
      } else {
        yield result.value;
        promises[place] = next(place);
      }
    }
  } finally {
    for (const iterator of iterators) void iterator.return?.();
  }
}
