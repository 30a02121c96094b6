// fails: a loop that is left by break closes the file
type File = { readLine(): Promise<string | null>; close(): Promise<void> };

export async function* readLines(openFile: () => Promise<File>): AsyncGenerator<string> {
  const file = await openFile();
  let line = await file.readLine();
  while (line !== null) {
    yield line;
    line = await file.readLine();
  }
  await file.close();
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
