// fails: lock, work, unlock
export async function withRoom(lock, unlock, task) {
  await lock();
  try {
    return await task();
  } finally {
    unlock().catch((error) => console.error(`Cannot unlock: ${error.message}`));
  }
}
