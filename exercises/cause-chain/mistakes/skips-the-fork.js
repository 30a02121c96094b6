// fails: many errors at once are many lines
export async function whatFailed(task) {
  try {
    await task();
    return [];
  } catch (error) {
    return linesOf(error);
  }
}

function linesOf(error) {
  if (!(error instanceof Error)) return [String(error)];
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.flatMap(linesOf);
  if (error.cause === undefined) return [error.message];
  return linesOf(error.cause).map((line) => `${error.message} because ${line}`);
}
