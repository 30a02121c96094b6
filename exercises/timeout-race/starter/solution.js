/**
 * Settles as `task` does, but rejects with a TimeoutError when that takes longer than `limitMs`.
 *
 * @template Value
 * @param {() => Promise<Value>} task
 * @param {number} limitMs
 * @returns {Promise<Value>}
 */
export async function withTimeout(task, limitMs) {
  const startedAt = Date.now();
  const value = await task();
  if (Date.now() - startedAt > limitMs) {
    throw new TimeoutError(`Timed out after ${limitMs} ms`);
  }
  return value;
}

class TimeoutError extends Error {
  name = 'TimeoutError';
}
