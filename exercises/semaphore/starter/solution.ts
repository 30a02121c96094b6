export type Semaphore = {
  acquire: () => Promise<void>;
  release: () => void;
  use: <Value>(task: () => Promise<Value>) => Promise<Value>;
};

/** Hands out a fixed number of places, and lets others wait in line. */
export function makeSemaphore(places: number): Semaphore {
  let free = places;
  const waiting: (() => void)[] = [];

  async function acquire(): Promise<void> {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    free -= 1;
  }

  function release(): void {
    free += 1;
    const next = waiting.shift();
    if (next) next();
  }

  async function use<Value>(task: () => Promise<Value>): Promise<Value> {
    await acquire();
    const value = await task();
    release();
    return value;
  }

  return { acquire, release, use };
}
