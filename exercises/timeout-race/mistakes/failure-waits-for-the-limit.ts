// fails: the task's own error passes through
class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

export async function withTimeout<Value>(task: () => Promise<Value>, limitMs: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeIsUp = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TimeoutError(`Timed out after ${limitMs} ms`)), limitMs);
  });
  const value = await Promise.any([task(), timeIsUp]);
  clearTimeout(timer);
  return value;
}
