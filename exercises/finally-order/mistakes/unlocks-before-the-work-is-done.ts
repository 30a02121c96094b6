// fails: lock, work, unlock
export async function withRoom(
  lock: () => Promise<unknown>,
  unlock: () => Promise<unknown>,
  task: () => Promise<unknown>,
): Promise<unknown> {
  await lock();
  try {
    return task();
  } finally {
    await unlock().catch((error: Error) => console.error(`Cannot unlock: ${error.message}`));
  }
}
