// fails: a report that fails disturbs nobody
export function makeBoundary(report) {
  const reported = new WeakSet();
  return async (part, task) => {
    try {
      return await task();
    } catch (error) {
      if (!reported.has(error)) report(part, error);
      reported.add(error);
      throw error;
    }
  };
}
