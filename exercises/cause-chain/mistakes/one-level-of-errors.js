// fails: an error among many has causes of its own
export async function whatFailed(task) {
  try {
    await task();
    return [];
  } catch (error) {
    return linesOf(error);
  }
}

function linesOf(error) {
  if (error instanceof AggregateError && error.errors.length > 0) {
    return error.errors.map((inner) => `${error.message} because ${inner.message ?? inner}`);
  }
  if (error?.cause === undefined) return [error.message ?? String(error)];
  return linesOf(error.cause).map((line) => `${error.message} because ${line}`);
}
