/**
 * Calls `task` until it succeeds, pauses in between, and gives up after so many attempts.
 *
 * @template Value
 * @param {() => Promise<Value>} task
 * @param {{ attempts: number, baseMs: number, random: () => number, isTemporary: (error: unknown) => boolean }} options
 * @returns {Promise<Value>}
 */
export async function retry(task, options) {
  const { attempts, baseMs, random, isTemporary } = options;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await task();
    } catch (error) {
      if (!isTemporary(error)) throw error;
      if (attempt === attempts) throw new Error(`Gave up after attempt ${attempt}`, { cause: error });
      await sleep(Math.floor(random() * baseMs * 2 ** (attempt - 1)));
    }
  }
}

function sleep(ms) {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
