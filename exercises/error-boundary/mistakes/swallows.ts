// fails: a failure is reported, and fails on
type Report = (part: string, error: unknown) => Promise<unknown>;

export function makeBoundary(report: Report) {
  return async (part: string, task: () => Promise<unknown>): Promise<unknown> => {
    try {
      return await task();
    } catch (error) {
      report(part, error).catch(() => {});
      return null;
    }
  };
}
