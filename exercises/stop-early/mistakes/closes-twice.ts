// fails: the lines come in order, and the file is closed
type File = { readLine(): Promise<string | null>; close(): Promise<void> };

export async function* readLines(openFile: () => Promise<File>): AsyncGenerator<string> {
  const file = await openFile();
  try {
    for (;;) {
      const line = await file.readLine();
      if (line === null) {
        await file.close();
        return;
      }
      yield line;
    }
  } finally {
    await file.close();
  }
}

export async function* take<Value>(source: AsyncIterable<Value>, count: number): AsyncGenerator<Value> {
  if (count === 0) return;
  let taken = 0;
  for await (const value of source) {
    yield value;
    taken += 1;
    if (taken === count) return;
  }
}
