/**
 * Guards of one boundary. What fails within a guard is reported once, and fails on.
 *
 * @param {(part: string, error: unknown) => Promise<unknown>} report
 * @returns {<Value>(part: string, task: () => Promise<Value>) => Promise<Value>}
 */
export function makeBoundary(report) {
  const reported = new WeakSet();
  return async function guard(part, task) {
    try {
      return await task();
    } catch (error) {
      if (!reported.has(error)) {
        reported.add(error);
        report(part, error).catch(() => {});
      }
      throw error;
    }
  };
}
