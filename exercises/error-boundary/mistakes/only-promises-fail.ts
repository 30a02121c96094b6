// fails: a task that throws at once
type Report = (part: string, error: unknown) => Promise<unknown>;

export function makeBoundary(report: Report) {
  const reported = new WeakSet<object>();
  return (part: string, task: () => Promise<unknown>): Promise<unknown> =>
    task().catch((error: Error) => {
      if (!reported.has(error)) report(part, error).catch(() => {});
      reported.add(error);
      throw error;
    });
}
