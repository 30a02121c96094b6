/**
 * Hands out a fixed number of places, and lets others wait in line.
 *
 * @param {number} places
 */
export function makeSemaphore(places) {
  let free = places;
  const waiting = [];

  async function acquire() {
    if (free === 0) await new Promise((resolve) => waiting.push(resolve));
    free -= 1;
  }

  function release() {
    free += 1;
    const next = waiting.shift();
    if (next) next();
  }

  async function use(task) {
    await acquire();
    const value = await task();
    release();
    return value;
  }

  return { acquire, release, use };
}
