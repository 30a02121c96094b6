// fails: the error of the task comes out
export async function withRoom(
  lock: () => Promise<unknown>,
  unlock: () => Promise<unknown>,
  task: () => Promise<unknown>,
): Promise<unknown> {
  const free = async (): Promise<void> => {
    await unlock().catch((error: Error) => console.error(`Cannot unlock: ${error.message}`));
  };
  await lock();
  try {
    return await task();
  } catch (error) {
    await free();
    throw error;
  } finally {
    await free();
  }
}
