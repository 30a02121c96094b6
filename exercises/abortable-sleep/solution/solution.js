/**
 * Fulfils after `ms`, or rejects with the signal's reason as soon as `signal` aborts.
 *
 * @param {number} ms
 * @param {AbortSignal} [signal]
 * @returns {Promise<void>}
 */
export function sleep(ms, signal) {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', wake);
      resolve();
    }, ms);
    function wake() {
      clearTimeout(timer);
      reject(signal.reason);
    }
    signal?.addEventListener('abort', wake, { once: true });
  });
}
