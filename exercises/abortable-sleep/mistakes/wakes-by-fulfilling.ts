// fails: an abort wakes it at once and takes the timer away
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(wake, ms);
    function wake(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', wake);
      resolve();
    }
    if (signal?.aborted) wake();
    else signal?.addEventListener('abort', wake);
  });
}
