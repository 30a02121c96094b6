// fails: a chain of causes is one line
export async function whatFailed(task) {
  try {
    task();
    return [];
  } catch (error) {
    return linesOf(error);
  }
}

function linesOf(error) {
  if (!(error instanceof Error)) return [String(error)];
  const reasons = error.errors ?? (error.cause === undefined ? [] : [error.cause]);
  if (reasons.length === 0) return [error.message];
  return reasons.flatMap(linesOf).map((line) => `${error.message} because ${line}`);
}
