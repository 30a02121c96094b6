// fails: the lines come in order, and the file is closed
export async function* readLines(openFile) {
  const file = await openFile();
  try {
    for (let line = await file.readLine(); line !== null; line = await file.readLine()) yield line;
  } finally {
    file.close();
  }
}

export async function* take(source, count) {
  if (count === 0) return;
  let taken = 0;
  for await (const value of source) {
    yield value;
    taken += 1;
    if (taken === count) return;
  }
}
