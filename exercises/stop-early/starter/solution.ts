export type File = { readLine(): Promise<string | null>; close(): Promise<void> };
export type OpenFile = () => Promise<File>;

/** Hands out the lines of a file; closes it whichever way the loop ends. */
export async function* readLines(openFile: OpenFile): AsyncGenerator<string, void, undefined> {
  const file = await openFile();
  for (let line = await file.readLine(); line !== null; line = await file.readLine()) {
    yield line;
  }
  await file.close();
}

/** Hands out the first `count` values of a source, then closes it. */
export async function* take<Value>(
  source: AsyncIterable<Value>,
  count: number,
): AsyncGenerator<Value, void, undefined> {
  const iterator = source[Symbol.asyncIterator]();
  for (let taken = 0; taken < count; taken += 1) {
    const { value, done } = await iterator.next();
    if (done) return;
    yield value;
  }
}
