// fails: a loop that is left by break closes the file
export async function* readLines(openFile) {
  const file = await openFile();
  const lines = [];
  try {
    for (let line = await file.readLine(); line !== null; line = await file.readLine()) lines.push(line);
  } finally {
    await file.close();
  }
  yield* lines;
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
