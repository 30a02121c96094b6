// fails: nobody pushes in
export function makeSemaphore(places) {
  let free = places;
  const waiting = [];
  async function acquire() {
    if (free === 0) await new Promise((resolve) => waiting.push(resolve));
    free -= 1;
  }
  function release() {
    free += 1;
    waiting.shift()?.();
  }
  async function use(task) {
    await acquire();
    return await task().finally(release);
  }
  return { acquire, release, use };
}
