// setTimeout and its family with Node's coercions and handles.
// https://nodejs.org/api/timers.html
import type { EventLoop, Task, TimerKind } from './event-loop.ts';
import {
  apply,
  defineMethods,
  hasOwn,
  installGlobal,
  mapDelete,
  mapGet,
  mapSet,
  RealMap,
  RealNumber,
  RealPromise,
  RealTypeError,
  trunc,
} from './primordials.ts';
import { describeReceived, nodeError } from './errors.ts';
import { onRestart } from './restart.ts';

/** Told of every timer that student code sets or clears. */
export type TimerObserver = {
  /** @returns the span that stands for the timer in the recording, -1 for none. */
  onSchedule(kind: TimerKind, delayMs: number): number;
  onCancel(task: Task): void;
};

/** Delays above 2^31-1 ms, below 1 ms and not-a-number fire after 1 ms, as in Node. */
const MAXIMUM_DELAY_MS = 2 ** 31 - 1;

export function toDelayMs(delay: unknown): number {
  const ms = RealNumber(delay);
  return ms >= 1 && ms <= MAXIMUM_DELAY_MS ? trunc(ms) : 1;
}

function requireCallback(callback: unknown): asserts callback is Task['callback'] {
  if (typeof callback === 'function') return;
  throw nodeError(
    RealTypeError,
    'ERR_INVALID_ARG_TYPE',
    `The "callback" argument must be of type function. Received ${describeReceived(callback)}`,
  );
}

export function installTimers(loop: EventLoop, observer: TimerObserver): void {
  let byId = new RealMap<number, Timeout>();
  let lastId = 0;
  onRestart(() => {
    byId = new RealMap();
    lastId = 0;
  });

  function cancel(task: Task | undefined): void {
    if (task !== undefined && task.state !== 'cancelled' && task.state !== 'fired') {
      loop.cancel(task);
      observer.onCancel(task);
    }
  }

  /** What setTimeout and setInterval return. */
  class Timeout {
    #task: Task;
    #id = 0;
    constructor(task: Task) {
      this.#task = task;
      task.self = this;
    }
    ref(): this {
      setRef(this.#task, true);
      return this;
    }
    unref(): this {
      setRef(this.#task, false);
      return this;
    }
    hasRef(): boolean {
      return this.#task.keepsAlive;
    }
    refresh(): this {
      const old = this.#task;
      if (old.state === 'cancelled') return this;
      loop.cancel(old);
      this.#task = loop.schedule(old.kind, old.repeatMs, old.callback, old.args, old.spanId);
      this.#task.self = this;
      return this;
    }
    close(): this {
      cancel(this.#task);
      return this;
    }
    [Symbol.toPrimitive](): number {
      if (this.#id === 0) {
        this.#id = lastId += 1;
        mapSet(byId, this.#id, this);
      }
      return this.#id;
    }
    [Symbol.dispose](): void {
      cancel(this.#task);
    }
    static taskOf(handle: unknown): Task | undefined {
      return typeof handle === 'object' && handle !== null && #task in handle ? handle.#task : undefined;
    }
  }
  const taskOfTimeout = Timeout.taskOf;
  Reflect.deleteProperty(Timeout, 'taskOf');

  class Immediate {
    #task: Task;
    constructor(task: Task) {
      this.#task = task;
      task.self = this;
    }
    ref(): this {
      setRef(this.#task, true);
      return this;
    }
    unref(): this {
      setRef(this.#task, false);
      return this;
    }
    hasRef(): boolean {
      return this.#task.keepsAlive;
    }
    [Symbol.dispose](): void {
      cancel(this.#task);
    }
    static taskOf(handle: unknown): Task | undefined {
      return typeof handle === 'object' && handle !== null && #task in handle ? handle.#task : undefined;
    }
  }
  const taskOfImmediate = Immediate.taskOf;
  Reflect.deleteProperty(Immediate, 'taskOf');

  function setRef(task: Task, keepsAlive: boolean): void {
    loop.setKeepsAlive(task, keepsAlive);
  }

  function schedule(kind: TimerKind, callback: unknown, delay: unknown, args: unknown[]): Task {
    requireCallback(callback);
    const delayMs = kind === 'immediate' ? 0 : toDelayMs(delay);
    return loop.schedule(kind, delayMs, callback, args, observer.onSchedule(kind, delayMs));
  }

  function clear(handle: unknown): void {
    if (typeof handle === 'number' || typeof handle === 'string') {
      const id = RealNumber(handle);
      cancel(taskOfTimeout(mapGet(byId, id)));
      mapDelete(byId, id);
    } else {
      cancel(taskOfTimeout(handle));
    }
  }

  function setTimeout(callback: unknown, delay?: unknown, ...args: unknown[]): Timeout {
    return new Timeout(schedule('timer', callback, delay, args));
  }
  function setInterval(callback: unknown, delay?: unknown, ...args: unknown[]): Timeout {
    return new Timeout(schedule('interval', callback, delay, args));
  }
  function setImmediate(callback: unknown, ...args: unknown[]): Immediate {
    return new Immediate(schedule('immediate', callback, 0, args));
  }

  installGlobal('setTimeout', setTimeout);
  installGlobal('setInterval', setInterval);
  installGlobal('setImmediate', setImmediate);
  installGlobal('clearTimeout', function clearTimeout(handle?: unknown) {
    clear(handle);
  });
  installGlobal('clearInterval', function clearInterval(handle?: unknown) {
    clear(handle);
  });
  installGlobal('clearImmediate', function clearImmediate(handle?: unknown) {
    cancel(taskOfImmediate(handle));
  });
  installGlobal('queueMicrotask', makeQueueMicrotask());
  installSchedulerWait(loop, observer);
}

/** A microtask whose throw is an uncaught error and not a rejection, as `queueMicrotask` demands. */
function makeQueueMicrotask(): (callback: unknown) => void {
  const resolved = RealPromise.resolve();
  const then = RealPromise.prototype.then;
  return function queueMicrotask(callback: unknown): void {
    requireCallback(callback);
    void apply(then, resolved, [() => apply(callback, undefined, [])]);
  };
}

function installSchedulerWait(loop: EventLoop, observer: TimerObserver): void {
  const scheduler = {};
  defineMethods(scheduler, {
    wait(delay: unknown): Promise<void> {
      const delayMs = toDelayMs(delay);
      return new RealPromise((resolve) => {
        loop.schedule('timer', delayMs, () => resolve(), [], observer.onSchedule('timer', delayMs));
      });
    },
    yield(): Promise<void> {
      return new RealPromise((resolve) => {
        loop.schedule('immediate', 0, () => resolve(), [], observer.onSchedule('immediate', 0));
      });
    },
  });
  if (!hasOwn(globalThis, 'scheduler')) installGlobal('scheduler', scheduler);
}
