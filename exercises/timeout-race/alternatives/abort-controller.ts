export async function withTimeout<Value>(task: () => Promise<Value>, limitMs: number): Promise<Value> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(timeoutError(limitMs)), limitMs);
  const aborted = new Promise<never>((_resolve, reject) => {
    controller.signal.onabort = () => reject(controller.signal.reason);
  });
  try {
    return await Promise.race([task(), aborted]);
  } finally {
    controller.signal.onabort = null;
    clearTimeout(timer);
  }
}

function timeoutError(limitMs: number): Error {
  return Object.assign(new Error(`Timed out after ${limitMs} ms`), { name: 'TimeoutError' });
}
