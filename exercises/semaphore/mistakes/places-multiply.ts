// fails: after a rush there are as many places as before
export function makeSemaphore(places: number) {
  let free = places;
  const waiting: (() => void)[] = [];
  async function acquire(): Promise<void> {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  }
  function release(): void {
    free += 1;
    waiting.shift()?.();
  }
  async function use<Value>(task: () => Promise<Value>): Promise<Value> {
    await acquire();
    try {
      return await task();
    } finally {
      release();
    }
  }
  return { acquire, release, use };
}
