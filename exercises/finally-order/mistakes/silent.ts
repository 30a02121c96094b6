// fails: an unlock that fails takes nothing away
export async function withRoom(
  lock: () => Promise<unknown>,
  unlock: () => Promise<unknown>,
  task: () => Promise<unknown>,
): Promise<unknown> {
  await lock();
  try {
    return await task();
  } finally {
    await unlock().catch(() => {});
  }
}
