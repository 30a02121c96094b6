// fails: a quick answer passes through and leaves no timer behind
class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

export async function withTimeout<Value>(task: () => Promise<Value>, limitMs: number): Promise<Value> {
  const timeIsUp = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new TimeoutError(`Timed out after ${limitMs} ms`)), limitMs);
  });
  return await Promise.race([task(), timeIsUp]);
}
