// fails: take gives the first values and closes the source
export async function* readLines(openFile) {
  const file = await openFile();
  try {
    for (let line = await file.readLine(); line !== null; line = await file.readLine()) yield line;
  } finally {
    await file.close();
  }
}

export async function* take(source, count) {
  const iterator = source[Symbol.asyncIterator]();
  for (let taken = 0; taken < count; taken += 1) {
    const { value, done } = await iterator.next();
    if (done) return;
    yield value;
  }
}
