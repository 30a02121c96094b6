// fails: five jobs, two printers
export function makeSemaphore(places) {
  let free = places;
  let waiting = [];
  async function acquire() {
    if (free > 0) free -= 1;
    else await new Promise((resolve) => waiting.push(resolve));
  }
  function release() {
    if (waiting.length === 0) free += 1;
    waiting.forEach((wake) => wake());
    waiting = [];
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
