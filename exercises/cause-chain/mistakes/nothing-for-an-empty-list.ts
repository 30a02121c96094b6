// fails: an empty list of errors is an end of the chain
export async function whatFailed(task: () => Promise<unknown>): Promise<string[]> {
  try {
    await task();
    return [];
  } catch (error) {
    return linesOf(error);
  }
}

function linesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  if (error.cause === undefined && !(error instanceof AggregateError)) return [error.message];
  const reasons: unknown[] = error instanceof AggregateError ? error.errors : [error.cause];
  return reasons.flatMap((reason) => linesOf(reason)).map((line) => `${error.message} because ${line}`);
}
