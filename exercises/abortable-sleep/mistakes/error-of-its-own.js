// fails: an abort wakes it at once and takes the timer away
export function sleep(ms, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', wake);
      resolve();
    }, ms);
    function wake() {
      clearTimeout(timer);
      reject(new DOMException('The sleep was aborted', 'AbortError'));
    }
    if (signal?.aborted) wake();
    else signal?.addEventListener('abort', wake, { once: true });
  });
}
