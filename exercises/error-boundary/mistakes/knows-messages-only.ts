// fails: equal messages are still two errors
type Report = (part: string, error: unknown) => Promise<unknown>;

export function makeBoundary(report: Report) {
  const reported = new Set<string>();
  return async (part: string, task: () => Promise<unknown>): Promise<unknown> => {
    try {
      return await task();
    } catch (error) {
      const { message } = error as Error;
      if (!reported.has(message)) report(part, error).catch(() => {});
      reported.add(message);
      throw error;
    }
  };
}
