// fails: two calls at once do not disturb each other
let timer: ReturnType<typeof setTimeout> | undefined;

class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

export async function withTimeout<Value>(task: () => Promise<Value>, limitMs: number): Promise<Value> {
  const timeIsUp = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TimeoutError(`Timed out after ${limitMs} ms`)), limitMs);
  });
  try {
    return await Promise.race([task(), timeIsUp]);
  } finally {
    clearTimeout(timer);
  }
}
