// fails: a task that succeeds has nothing to report
export async function whatFailed(task: () => Promise<unknown>): Promise<string[]> {
  const error = await task().catch((reason: unknown) => reason);
  return linesOf(error);
}

function linesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  const reasons: unknown[] =
    error instanceof AggregateError ? error.errors : error.cause === undefined ? [] : [error.cause];
  if (reasons.length === 0) return [error.message];
  return reasons.flatMap((reason) => linesOf(reason)).map((line) => `${error.message} because ${line}`);
}
