// fails: many errors at once are many lines
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
  const reason: unknown = error instanceof AggregateError ? error.errors[0] : error.cause;
  if (reason === undefined) return [error.message];
  return linesOf(reason).map((line) => `${error.message} because ${line}`);
}
