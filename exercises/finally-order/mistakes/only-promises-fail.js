// fails: a task that throws at once
export async function withRoom(lock, unlock, task) {
  await lock();
  return await task().finally(() =>
    unlock().catch((error) => console.error(`Cannot unlock: ${error.message}`)),
  );
}
