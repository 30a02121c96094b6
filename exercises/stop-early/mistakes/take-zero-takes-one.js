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
  let taken = 0;
  for await (const value of source) {
    yield value;
    taken += 1;
    if (taken >= count) return;
  }
}
