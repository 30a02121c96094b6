// fails: the reason is the very value of the signal
export async function sleep(ms, signal) {
  const { promise, resolve, reject } = Promise.withResolvers();
  const wake = () => {
    const { name, message } = signal.reason;
    reject(Object.assign(new Error(message), { name }));
  };
  if (signal?.aborted) wake();
  const timer = setTimeout(resolve, ms);
  signal?.addEventListener('abort', wake);
  try {
    await promise;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', wake);
  }
}
