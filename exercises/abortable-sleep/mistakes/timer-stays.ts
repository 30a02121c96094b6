// fails: an abort wakes it at once and takes the timer away
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const wake = () => reject(signal?.reason);
    signal?.addEventListener('abort', wake, { once: true });
    setTimeout(() => {
      signal?.removeEventListener('abort', wake);
      resolve();
    }, ms);
  });
}
