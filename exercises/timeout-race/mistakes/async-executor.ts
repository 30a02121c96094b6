// fails: a failure after the limit disturbs nobody
class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

export function withTimeout<Value>(task: () => Promise<Value>, limitMs: number): Promise<Value> {
  return new Promise(async (resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new TimeoutError(`Timed out after ${limitMs} ms`));
      isOver = true;
    }, limitMs);
    let isOver = false;
    try {
      resolve(await task());
    } catch (error) {
      if (isOver) throw error;
      reject(error);
    } finally {
      clearTimeout(timer);
    }
  });
}
