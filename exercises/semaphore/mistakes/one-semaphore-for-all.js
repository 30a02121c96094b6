// fails: two semaphores know nothing of each other
const waiting = [];

export function makeSemaphore(places) {
  let free = places;
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
    } finally {
      release();
    }
  }
  return { acquire, release, use };
}
