// fails: a short source ends take, and a count of 0 asks for nothing
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
  try {
    for (let taken = 0; taken < count; taken += 1) {
      const { value } = await iterator.next();
      yield value;
    }
  } finally {
    await iterator.return();
  }
}
