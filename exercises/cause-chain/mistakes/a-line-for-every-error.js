// fails: a chain of causes is one line
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
  const reasons = error.errors ?? (error.cause === undefined ? [] : [error.cause]);
  return [error.message, ...reasons.flatMap(linesOf)];
}
