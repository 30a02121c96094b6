// fails: not everything that is thrown is an Error
export async function whatFailed(task) {
  try {
    await task();
    return [];
  } catch (error) {
    return linesOf(error);
  }
}

function linesOf(error) {
  const reasons = error.errors ?? (error.cause === undefined ? [] : [error.cause]);
  if (reasons.length === 0) return [error.message];
  return reasons.flatMap(linesOf).map((line) => `${error.message} because ${line}`);
}
