export type Report = (part: string, error: unknown) => Promise<unknown>;
export type Guard = <Value>(part: string, task: () => Promise<Value>) => Promise<Value | undefined>;

/** Guards of one boundary. What fails within a guard is reported. */
export function makeBoundary(report: Report): Guard {
  return async function guard(part, task) {
    try {
      return await task();
    } catch (error) {
      report(part, error);
      return undefined;
    }
  };
}
