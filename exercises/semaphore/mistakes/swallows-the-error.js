// fails: a job that fails gives its place back
export function makeSemaphore(places) {
  let free = places;
  const waiting = [];
  async function acquire() {
    if (free > 0) free -= 1;
    else await new Promise((resolve) => waiting.push(resolve));
  }
  function release() {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }
  async function use(task) {
    await acquire();
    try {
      return await task();
    } catch (error) {
      console.error(error);
    } finally {
      release();
    }
  }
  return { acquire, release, use };
}
