/**
 * Runs the task in a locked room.
 *
 * @template Value
 * @param {() => Promise<unknown>} lock
 * @param {() => Promise<unknown>} unlock
 * @param {() => Promise<Value>} task
 * @returns {Promise<Value>}
 */
export async function withRoom(lock, unlock, task) {
  let value;
  try {
    await lock();
    value = await task();
  } finally {
    unlock();
    return value;
  }
}
