type File = { readLine(): Promise<string | null>; close(): Promise<void> };

async function* linesOf(file: File): AsyncGenerator<string> {
  const line = await file.readLine();
  if (line === null) return;
  yield line;
  yield* linesOf(file);
}

export async function* readLines(openFile: () => Promise<File>): AsyncGenerator<string> {
  const file = await openFile();
  try {
    yield* linesOf(file);
  } finally {
    await file.close();
  }
}

export async function* take<Value>(source: AsyncIterable<Value>, count: number): AsyncGenerator<Value> {
  let last: { value: Value } | undefined;
  let taken = 0;
  if (count > 0)
    for await (const value of source) {
      taken += 1;
      last = { value };
      if (taken === count) break;
      yield value;
      last = undefined;
    }
  if (last !== undefined) yield last.value;
}
