// fails: a failure is reported, and fails on
export function makeBoundary(report) {
  const reported = new WeakSet();
  return async (part, task) => {
    try {
      return task();
    } catch (error) {
      if (!reported.has(error)) report(part, error).catch(() => {});
      reported.add(error);
      throw error;
    }
  };
}
