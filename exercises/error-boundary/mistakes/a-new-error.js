// fails: a failure is reported, and fails on
export function makeBoundary(report) {
  const wrapped = new WeakSet();
  return async (part, task) => {
    try {
      return await task();
    } catch (error) {
      if (wrapped.has(error)) throw error;
      report(part, error).catch(() => {});
      const outer = new Error(error.message, { cause: error });
      wrapped.add(outer);
      throw outer;
    }
  };
}
