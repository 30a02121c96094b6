// fails: five jobs, two printers
export function makeSemaphore(places) {
  let free = places;
  const waiting = [];
  async function acquire() {
    if (free > 0) free -= 1;
    else await new Promise((resolve) => waiting.push(resolve));
  }
  function release() {
    const next = waiting.pop();
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
