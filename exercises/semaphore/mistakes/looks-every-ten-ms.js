// fails: any jobs, any number of places
export function makeSemaphore(places) {
  let free = places;
  async function acquire() {
    while (free === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    free -= 1;
  }
  function release() {
    free += 1;
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
