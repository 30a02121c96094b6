export type File = { readLine(): Promise<string | null>; close(): Promise<void> };
export type OpenFile = () => Promise<File>;

/** Hands out the lines of a file; closes it whichever way the loop ends. */
export async function* readLines(openFile: OpenFile): AsyncGenerator<string, void, undefined> {
  const file = await openFile();
  try {
    for (let line = await file.readLine(); line !== null; line = await file.readLine()) {
      yield line;
    }
  } finally {
    await file.close();
  }
}

/** Hands out the first `count` values of a source, then closes it. */
export async function* take<Value>(
  source: AsyncIterable<Value>,
  count: number,
): AsyncGenerator<Value, void, undefined> {
  if (count === 0) return;
  let taken = 0;
  for await (const value of source) {
    yield value;
    taken += 1;
    if (taken === count) return;
  }
}
