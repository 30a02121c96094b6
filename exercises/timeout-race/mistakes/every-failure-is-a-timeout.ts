// fails: the task's own error passes through
class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

export async function withTimeout<Value>(task: () => Promise<Value>, limitMs: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeIsUp = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(reject, limitMs);
  });
  try {
    return await Promise.race([task(), timeIsUp]);
  } catch {
    throw new TimeoutError(`Timed out after ${limitMs} ms`);
  } finally {
    clearTimeout(timer);
  }
}
