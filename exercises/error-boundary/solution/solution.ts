export type Report = (part: string, error: unknown) => Promise<unknown>;
export type Guard = <Value>(part: string, task: () => Promise<Value>) => Promise<Value>;

/** Guards of one boundary. What fails within a guard is reported once, and fails on. */
export function makeBoundary(report: Report): Guard {
  const reported = new WeakSet<Error>();

  function reportOnce(part: string, error: unknown): void {
    if (!(error instanceof Error) || reported.has(error)) return;
    reported.add(error);
    report(part, error).catch(() => {});
  }

  return async function guard(part, task) {
    try {
      return await task();
    } catch (error) {
      reportOnce(part, error);
      throw error;
    }
  };
}
