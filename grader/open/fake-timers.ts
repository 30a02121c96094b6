// Fake timers of a spec, on the one virtual clock: while they are in use the clock is held, and only the spec moves it.
// https://vitest.dev/api/vi.html#vi-usefaketimers · https://jestjs.io/docs/jest-object#fake-timers
import type { EventLoop, Task } from '../virtual-clock/event-loop.ts';

type FakeOptions = {
  now?: number | Date;
  toFake?: string[];
  doNotFake?: string[];
  shouldAdvanceTime?: boolean;
  advanceTimers?: boolean | number;
};

export type FakeTimers = {
  use: (options?: FakeOptions) => void;
  useReal: () => void;
  isHeld: () => boolean;
  setSystemTime: (time?: number | string | Date) => void;
  /** The moment that `Date` tells, in ms since 1970. */
  systemMs: () => number;
  advance: (ms: number) => void;
  advanceAsync: (ms: number) => Promise<void>;
  next: () => void;
  nextAsync: () => Promise<void>;
  runAll: () => void;
  runAllAsync: () => Promise<void>;
  runPending: () => void;
  runPendingAsync: () => Promise<void>;
  runTicksAsync: () => Promise<void>;
  count: () => number;
  clear: () => void;
};

/** @param onUse Told when the clock is held: what waits on the spec's behalf must not be moved by it. */
export function makeFakeTimers(loop: EventLoop, onUse: () => void): FakeTimers {
  const VirtualDate = globalThis.Date;
  let held = false;
  let shiftMs = 0;

  const systemMs = (): number => VirtualDate.now() + shiftMs;
  const isFaked = ({ toFake, doNotFake }: FakeOptions, name: string): boolean =>
    (toFake?.includes(name) ?? true) && doNotFake?.includes(name) !== true;

  function setSystemTime(time: number | string | Date = VirtualDate.now()): void {
    shiftMs = new VirtualDate(time).getTime() - VirtualDate.now();
    globalThis.Date = shiftedDate(VirtualDate, systemMs);
  }

  /** A macrotask of its own, so that the engine drains all microtasks: the ones that the timers just fired have made. */
  const drain = async (): Promise<void> =>
    await new Promise<void>((resolve) => loop.enqueueTick(() => resolve(), []));

  const waiting = (): Task[] => {
    const tasks: Task[] = [];
    loop.forEachWaiting((task) => tasks.push(task));
    return tasks;
  };

  function requireFake(): void {
    if (held) return;
    throw new Error('Timers are not faked: call useFakeTimers() before moving the clock.');
  }

  /** What is due and does not fire was refused: the clock is at one of its limits. */
  function requireFired(untilMs: number): void {
    if (!waiting().some(({ dueMs }) => dueMs <= untilMs)) return;
    throw new Error(
      `Aborting at ${loop.nowMs()} ms, assuming an infinite loop: too many timers, or too long a time.`,
    );
  }

  function fire(untilMs: number): void {
    requireFake();
    while (loop.fireNext(untilMs));
    requireFired(untilMs);
  }

  async function fireAsync(untilMs: number): Promise<void> {
    requireFake();
    await drain();
    while (loop.fireNext(untilMs)) await drain();
    requireFired(untilMs);
  }

  const moveTo = (ms: number): void => {
    if (ms > loop.nowMs()) loop.work(ms - loop.nowMs());
  };
  const lastDueMs = (): number => Math.max(loop.nowMs(), ...waiting().map(({ dueMs }) => dueMs));

  return {
    use(options = {}) {
      const isAutomatic = options.shouldAdvanceTime === true || (options.advanceTimers ?? false) !== false;
      held = isFaked(options, 'setTimeout') && !isAutomatic;
      loop.holdClock(held);
      if (held) onUse();
      if (isFaked(options, 'Date')) setSystemTime(options.now ?? systemMs());
    },
    useReal() {
      held = false;
      loop.holdClock(false);
      shiftMs = 0;
      globalThis.Date = VirtualDate;
    },
    isHeld: () => held,
    setSystemTime,
    systemMs,
    advance(ms) {
      const untilMs = loop.nowMs() + ms;
      fire(untilMs);
      moveTo(untilMs);
    },
    async advanceAsync(ms) {
      const untilMs = loop.nowMs() + ms;
      await fireAsync(untilMs);
      moveTo(untilMs);
      await drain();
    },
    next() {
      requireFake();
      loop.fireNext(Infinity);
    },
    async nextAsync() {
      requireFake();
      await drain();
      loop.fireNext(Infinity);
      await drain();
    },
    runAll: () => fire(Infinity),
    runAllAsync: async () => await fireAsync(Infinity),
    runPending: () => fire(lastDueMs()),
    async runPendingAsync() {
      await drain();
      await fireAsync(lastDueMs());
    },
    runTicksAsync: drain,
    count: () => waiting().length,
    clear() {
      for (const task of waiting()) loop.cancel(task);
    },
  };
}

/** `Date` of another moment; `new Date(2020, 0)` and the like stay as they are. */
function shiftedDate(RealDate: DateConstructor, nowMs: () => number): DateConstructor {
  return new Proxy(RealDate, {
    construct: (target, args: unknown[], newTarget: typeof RealDate) =>
      Reflect.construct(target, args.length === 0 ? [nowMs()] : args, newTarget) as Date,
    apply: (Target) => new Target(nowMs()).toString(),
    get: (target, key, receiver) => (key === 'now' ? nowMs : (Reflect.get(target, key, receiver) as unknown)),
  });
}
