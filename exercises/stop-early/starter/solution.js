/**
 * @typedef {{ readLine(): Promise<string | null>, close(): Promise<void> }} File
 */

/**
 * Hands out the lines of a file; closes it whichever way the loop ends.
 *
 * @param {() => Promise<File>} openFile
 * @returns {AsyncGenerator<string, void, undefined>}
 */
export async function* readLines(openFile) {
  const file = await openFile();
  for (let line = await file.readLine(); line !== null; line = await file.readLine()) {
    yield line;
  }
  await file.close();
}

/**
 * Hands out the first `count` values of a source, then closes it.
 *
 * @template Value
 * @param {AsyncIterable<Value>} source
 * @param {number} count
 * @returns {AsyncGenerator<Value, void, undefined>}
 */
export async function* take(source, count) {
  const iterator = source[Symbol.asyncIterator]();
  for (let taken = 0; taken < count; taken += 1) {
    const { value, done } = await iterator.next();
    if (done) return;
    yield value;
  }
}
