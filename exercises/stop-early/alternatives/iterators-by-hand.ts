type File = { readLine(): Promise<string | null>; close(): Promise<void> };
const over = { value: undefined, done: true } as const;

function iterable<Value>(next: () => Promise<IteratorResult<Value>>, close: () => Promise<unknown>) {
  return {
    next,
    async return(): Promise<IteratorResult<Value>> {
      await close();
      return over;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

export function readLines(openFile: () => Promise<File>) {
  let file: File | undefined;
  async function close() {
    const open = file;
    file = undefined;
    await open?.close();
  }
  return iterable<string>(async () => {
    file ??= await openFile();
    try {
      const line = await file.readLine();
      if (line !== null) return { value: line, done: false };
    } catch (error) {
      await close();
      throw error;
    }
    await close();
    return over;
  }, close);
}

export function take<Value>(source: AsyncIterable<Value>, count: number) {
  const iterator = source[Symbol.asyncIterator]();
  let left = count;
  return iterable<Value>(
    async () => {
      left -= 1;
      if (left >= 0) return await iterator.next();
      await iterator.return?.();
      return over;
    },
    async () => await iterator.return?.(),
  );
}
