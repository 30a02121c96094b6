export async function* readLines(openFile) {
  await using stack = new AsyncDisposableStack();
  const file = await openFile();
  stack.defer(() => file.close());
  for (;;) {
    const line = await file.readLine();
    if (line === null) return;
    yield line;
  }
}

export async function* take(source, count) {
  const iterator = source[Symbol.asyncIterator]();
  try {
    for (let left = count; left > 0; left -= 1) {
      const { value, done } = await iterator.next();
      if (done) return;
      yield value;
    }
  } finally {
    await iterator.return?.();
  }
}
