/** Settles as `task` does, but rejects with a TimeoutError when that takes longer than `limitMs`. */
export async function withTimeout<Value>(task: () => Promise<Value>, limitMs: number): Promise<Value> {
  const startedAt = Date.now();
  const value = await task();
  if (Date.now() - startedAt > limitMs) {
    throw new TimeoutError(`Timed out after ${limitMs} ms`);
  }
  return value;
}

class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}
