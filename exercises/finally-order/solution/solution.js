/**
 * Runs the task in a locked room. What comes out is the task's affair alone.
 *
 * @template Value
 * @param {() => Promise<unknown>} lock
 * @param {() => Promise<unknown>} unlock
 * @param {() => Promise<Value>} task
 * @returns {Promise<Value>}
 */
export async function withRoom(lock, unlock, task) {
  await lock();
  try {
    return await task();
  } finally {
    await unlock().catch((error) => console.error(`Cannot unlock: ${error.message}`));
  }
}
