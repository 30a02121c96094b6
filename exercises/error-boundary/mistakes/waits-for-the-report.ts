// fails: a failure is reported, and fails on
type Report = (part: string, error: unknown) => Promise<unknown>;

export function makeBoundary(report: Report) {
  const reported = new WeakSet<object>();
  return async (part: string, task: () => Promise<unknown>): Promise<unknown> => {
    try {
      return await task();
    } catch (error) {
      if (!reported.has(error as Error)) {
        reported.add(error as Error);
        await report(part, error).catch(() => {});
      }
      throw error;
    }
  };
}
