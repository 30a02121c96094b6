// fails: leaving take early closes the source
type File = { readLine(): Promise<string | null>; close(): Promise<void> };

export async function* readLines(openFile: () => Promise<File>): AsyncGenerator<string> {
  const file = await openFile();
  try {
    for (let line = await file.readLine(); line !== null; line = await file.readLine()) yield line;
  } finally {
    await file.close();
  }
}

export async function* take<Value>(source: AsyncIterable<Value>, count: number): AsyncGenerator<Value> {
  const iterator = source[Symbol.asyncIterator]();
  for (let taken = 0; taken < count; taken += 1) {
    const { value, done } = await iterator.next();
    if (done) return;
    yield value;
  }
  await iterator.return?.();
}
