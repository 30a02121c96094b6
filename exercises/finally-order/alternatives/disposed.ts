export async function withRoom<Value>(
  lock: () => Promise<unknown>,
  unlock: () => Promise<unknown>,
  task: () => Promise<Value>,
): Promise<Value> {
  await lock();
  await using _room = {
    async [Symbol.asyncDispose](): Promise<void> {
      await unlock().catch((error: Error) => console.error(`Cannot unlock: ${error.message}`));
    },
  };
  return await task();
}
