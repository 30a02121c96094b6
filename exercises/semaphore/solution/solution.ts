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
    } finally {
      release();
    }
  }

  return { acquire, release, use };
}
