// fails: an unlock that fails takes nothing away
export async function withRoom(lock, unlock, task) {
  await lock();
  try {
    return await task();
  } finally {
    await unlock();
  }
}
