/**
 * Guards of one boundary. What fails within a guard is reported.
 *
 * @param {(part: string, error: unknown) => Promise<unknown>} report
 * @returns {<Value>(part: string, task: () => Promise<Value>) => Promise<Value>}
 */
export function makeBoundary(report) {
  return async function guard(part, task) {
    try {
      return await task();
    } catch (error) {
      report(part, error);
      return undefined;
    }
  };
}
