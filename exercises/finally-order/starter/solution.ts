/** Runs the task in a locked room. */
export async function withRoom<Value>(
  lock: () => Promise<unknown>,
  unlock: () => Promise<unknown>,
  task: () => Promise<Value>,
): Promise<Value | undefined> {
  let value: Value | undefined;
  try {
    await lock();
    value = await task();
  } finally {
    unlock();
    return value;
  }
}
