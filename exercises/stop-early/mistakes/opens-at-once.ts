// fails: nothing is opened before a line is asked for
type File = { readLine(): Promise<string | null>; close(): Promise<void> };

export function readLines(openFile: () => Promise<File>): AsyncGenerator<string> {
  const opened = openFile();
  return (async function* () {
    const file = await opened;
    try {
      for (let line = await file.readLine(); line !== null; line = await file.readLine()) yield line;
    } finally {
      await file.close();
    }
  })();
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
