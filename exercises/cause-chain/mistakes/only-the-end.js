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
  let last = error;
  while (last.cause !== undefined) last = last.cause;
  return [last.message ?? String(last)];
}
