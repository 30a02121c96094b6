/**
 * Runs `task` and reports what really failed, one line for each end of the chain of causes.
 *
 * @param {() => Promise<unknown>} task
 * @returns {Promise<string[]>}
 */
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
  const lines = reasonsOf(error).flatMap((reason) => linesOf(reason));
  if (lines.length === 0) return [error.message];
  return lines.map((line) => `${error.message} because ${line}`);
}

function reasonsOf(error) {
  if (error instanceof AggregateError) return error.errors;
  return error.cause === undefined ? [] : [error.cause];
}
