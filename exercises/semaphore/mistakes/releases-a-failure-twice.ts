// fails: after a rush there are as many places as before
export function makeSemaphore(places: number) {
  let free = places;
  const waiting: (() => void)[] = [];
  async function acquire(): Promise<void> {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  }
  function release(): void {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }
  async function use<Value>(task: () => Promise<Value>): Promise<Value> {
    await acquire();
    try {
      return await task();
    } catch (error) {
      release();
      throw error;
    } finally {
      release();
    }
  }
  return { acquire, release, use };
}
