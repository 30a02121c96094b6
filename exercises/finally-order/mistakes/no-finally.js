// fails: the error of the task comes out
export async function withRoom(lock, unlock, task) {
  await lock();
  const value = await task();
  await unlock().catch((error) => console.error(`Cannot unlock: ${error.message}`));
  return value;
}
