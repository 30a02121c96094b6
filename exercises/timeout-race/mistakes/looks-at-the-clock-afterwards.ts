// fails: a slow task is given up exactly at the limit
class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

export async function withTimeout<Value>(task: () => Promise<Value>, limitMs: number): Promise<Value> {
  const startedAt = performance.now();
  const value = await task();
  const isLate = performance.now() - startedAt > limitMs;
  if (isLate) throw new TimeoutError(`Timed out after ${limitMs} ms`);
  return value;
}
