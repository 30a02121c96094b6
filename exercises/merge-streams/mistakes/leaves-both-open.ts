// fails: leaving the loop closes both sources
export async function* merge<Value>(left: AsyncIterable<Value>, right: AsyncIterable<Value>) {
  const pull = async (iterator: AsyncIterator<Value>) => ({ iterator, result: await iterator.next() });
  const pulls = new Map<AsyncIterator<Value>, ReturnType<typeof pull>>();
  for (const source of [left, right]) {
    const iterator = source[Symbol.asyncIterator]();
    pulls.set(iterator, pull(iterator));
  }
  while (pulls.size > 0) {
    const { iterator, result } = await Promise.race(pulls.values());
    pulls.delete(iterator);
    if (result.done) continue;
    yield result.value;
    pulls.set(iterator, pull(iterator));
  }
}
