// fails: a lock that fails leaves nothing to unlock
export async function withRoom(
  lock: () => Promise<unknown>,
  unlock: () => Promise<unknown>,
  task: () => Promise<unknown>,
): Promise<unknown> {
  try {
    await lock();
    return await task();
  } finally {
    await unlock().catch((error: Error) => console.error(`Cannot unlock: ${error.message}`));
  }
}
