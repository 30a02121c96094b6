// fails: sleeps that end leave no listener on the signal
export async function sleep(ms, signal) {
  signal?.throwIfAborted();
  let timer;
  const { promise, resolve, reject } = Promise.withResolvers();
  signal?.addEventListener('abort', () => reject(signal.reason));
  timer = setTimeout(resolve, ms);
  try {
    await promise;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', () => reject(signal.reason));
  }
}
