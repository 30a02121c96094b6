// fails: a line that cannot be read closes the file and fails the loop
export async function* readLines(openFile) {
  const file = await openFile();
  try {
    for (let line = await file.readLine(); line !== null; line = await file.readLine()) yield line;
  } finally {
    await file.close();
    return;
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
