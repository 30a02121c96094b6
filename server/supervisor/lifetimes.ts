/** Something that runs and must be stopped. */
export type Lifetime = {
  /** Orderly, within its own time limit. */
  stop: () => Promise<void>;
  /** At once. */
  kill: () => void;
};

export type Lifetimes = {
  /** Takes charge of one. After `stopAll` it is stopped right away. */
  add: (lifetime: Lifetime) => void;
  /** Stops the last first; those of one `add` group at the same time. */
  stopAll: () => Promise<void>;
  killAll: () => void;
};

/** Holds what a start has brought up, so that every way out takes all of it down again. */
export function makeLifetimes(): Lifetimes {
  const held: Lifetime[] = [];
  let stopping: Promise<void> | null = null;
  const stopHeld = async () => {
    for (let last = held.at(-1); last !== undefined; last = held.at(-1)) {
      await last.stop();
      held.splice(held.indexOf(last), 1);
    }
  };
  const stopAll = async () => {
    stopping = (stopping ?? Promise.resolve()).then(stopHeld);
    await stopping;
  };
  return {
    add: (lifetime) => {
      held.push(lifetime);
      if (stopping !== null) void stopAll();
    },
    stopAll,
    killAll: () => held.forEach(({ kill }) => kill()),
  };
}

/** Several that do not need each other: stopped at the same time. */
export function together(lifetimes: Lifetime[]): Lifetime {
  return {
    stop: async () => {
      await Promise.all(lifetimes.map(async ({ stop }) => await stop()));
    },
    kill: () => lifetimes.forEach(({ kill }) => kill()),
  };
}
