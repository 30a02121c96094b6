/**
 * Settles as `task` does, but rejects with a TimeoutError when that takes longer than `limitMs`.
 *
 * @template Value
 * @param {() => Promise<Value>} task
 * @param {number} limitMs
 * @returns {Promise<Value>}
 */
export async function withTimeout(task, limitMs) {
  let timer;
  const timeIsUp = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new TimeoutError(`Timed out after ${limitMs} ms`)), limitMs);
  });
  try {
    return await Promise.race([task(), timeIsUp]);
  } finally {
    clearTimeout(timer);
  }
}

class TimeoutError extends Error {
  name = 'TimeoutError';
}
