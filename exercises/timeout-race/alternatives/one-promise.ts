export function withTimeout<Value>(task: () => Promise<Value>, limitMs: number): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      const error = new Error(`Timed out after ${limitMs} ms`);
      error.name = 'TimeoutError';
      reject(error);
    }, limitMs);
    const end = (settle: () => void) => {
      clearTimeout(timer);
      settle();
    };
    try {
      task().then(
        (value) => end(() => resolve(value)),
        (error: unknown) => end(() => reject(error)),
      );
    } catch (error) {
      end(() => reject(error));
    }
  });
}
