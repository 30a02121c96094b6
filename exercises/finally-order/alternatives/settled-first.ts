export async function withRoom<Value>(
  lock: () => Promise<unknown>,
  unlock: () => Promise<unknown>,
  task: () => Promise<Value>,
): Promise<Value> {
  await lock();
  const [outcome] = await Promise.allSettled([(async () => await task())()]);
  try {
    await unlock();
  } catch (error) {
    console.error(`Cannot unlock: ${(error as Error).message}`);
  }
  if (outcome.status === 'rejected') throw outcome.reason;
  return outcome.value;
}
