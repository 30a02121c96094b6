// fails: take gives the first values and closes the source
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
  let taken = 0;
  for await (const value of source) {
    if (taken === count) return;
    taken += 1;
    yield value;
  }
}
