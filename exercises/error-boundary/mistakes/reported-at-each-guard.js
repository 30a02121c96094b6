// fails: an error that passes two guards is reported once
export function makeBoundary(report) {
  return async (part, task) => {
    try {
      return await task();
    } catch (error) {
      report(part, error).catch(() => {});
      throw error;
    }
  };
}
