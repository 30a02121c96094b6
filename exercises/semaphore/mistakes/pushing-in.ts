// fails: nobody pushes in
export function makeSemaphore(places: number) {
  let free = places;
  const waiting: (() => void)[] = [];
  async function acquire(): Promise<void> {
    while (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    free -= 1;
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
