// fails: the error of the task comes out
export async function withRoom(
  lock: () => Promise<unknown>,
  unlock: () => Promise<unknown>,
  task: () => Promise<unknown>,
): Promise<unknown> {
  await lock();
  let value: unknown;
  try {
    value = await task();
  } finally {
    await unlock().catch((error: Error) => console.error(`Cannot unlock: ${error.message}`));
    return value;
  }
}
