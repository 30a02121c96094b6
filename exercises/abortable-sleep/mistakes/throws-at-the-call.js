// fails: a signal that is already aborted lets nobody sleep
export function sleep(ms, signal) {
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
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
