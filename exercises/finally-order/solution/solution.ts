/** Runs the task in a locked room. What comes out is the task's affair alone. */
export async function withRoom<Value>(
  lock: () => Promise<unknown>,
  unlock: () => Promise<unknown>,
  task: () => Promise<Value>,
): Promise<Value> {
  await lock();
  try {
    return await task();
  } finally {
    await unlock().catch((error: Error) => console.error(`Cannot unlock: ${error.message}`));
  }
}
