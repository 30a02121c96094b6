// fails: a file that cannot be opened is not closed
type File = { readLine(): Promise<string | null>; close(): Promise<void> };

export async function* readLines(openFile: () => Promise<File>): AsyncGenerator<string> {
  let file!: File;
  try {
    file = await openFile();
    for (let line = await file.readLine(); line !== null; line = await file.readLine()) yield line;
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
