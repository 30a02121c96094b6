// fails: an abort wakes all sleepers of its signal, and no one else
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const timer = setTimeout(() => {
      if (signal) signal.onabort = null;
      resolve();
    }, ms);
    if (!signal) return;
    signal.onabort = () => {
      clearTimeout(timer);
      signal.onabort = null;
      reject(signal.reason);
    };
  });
}
