// fails: equal messages are still two errors
type Report = (part: string, error: unknown) => Promise<unknown>;

export function makeBoundary(report: Report) {
  let hasReported = false;
  return async (part: string, task: () => Promise<unknown>): Promise<unknown> => {
    try {
      return await task();
    } catch (error) {
      if (!hasReported) report(part, error).catch(() => {});
      hasReported = true;
      throw error;
    }
  };
}
