// setTimeout and its family with Node's coercions and handles.
// https://nodejs.org/api/timers.html
import type { EventLoop, Task, TimerKind } from './event-loop.ts';
import {
  apply,
  defineMethods,
  defineProperty,
  deleteProperty,
  hasOwn,
  installGlobal,
  mapGet,
  mapSet,
  promiseThen,
  RealMap,
  RealNumber,
  RealPromise,
  RealString,
  RealTypeError,
  record,
  trunc,
} from './primordials.ts';
import { describeReceived, nodeError } from './errors.ts';
import { onRestart } from './restart.ts';

/** Told of every timer that student code sets or clears, and of what a microtask throws. */
export type TimerObserver = {
  /** @returns the span that stands for the timer in the recording, -1 for none. */
  onSchedule(kind: TimerKind, delayMs: number): number;
  onCancel(task: Task): void;
  onUncaught(error: unknown): void;
};

function nothing(): void {}

/** Opens the constructors of handles to this file alone. */
const key = {};

/** Delays above 2^31-1 ms, below 1 ms and not-a-number fire after 1 ms, as in Node. */
const MAXIMUM_DELAY_MS = 2 ** 31 - 1;

export function toDelayMs(delay: unknown): number {
  // As in Node a product, which a bigint has none of.
  const ms = (delay as number) * 1;
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
  /** Timeouts whose id was asked for. Ids are looked up by their text, as the keys of an object are. */
  let byId = new RealMap<string, Timeout>();
  let lastId = 0;
  onRestart(() => {
    byId = new RealMap();
    lastId = 0;
  });

  function cancel(task: Task | undefined): void {
    if (task === undefined || task.state === 'cancelled') return;
    if (task.state === 'fired') {
      // As in Node, `refresh` sets it again even so; it then fires with nothing to call.
      task.callback = nothing;
      return;
    }
    loop.cancel(task);
    observer.onCancel(task);
  }

  /** What students hold of a task, and never the task itself. */
  class Handle {
    #task: Task;
    constructor(task: Task, opener: unknown) {
      if (opener !== key) throw new RealTypeError('Illegal constructor');
      this.#task = task;
      task.self = this;
    }
    ref(): this {
      loop.setKeepsAlive(this.#task, true);
      return this;
    }
    unref(): this {
      loop.setKeepsAlive(this.#task, false);
      return this;
    }
    hasRef(): boolean {
      const { kind, keepsAlive, state } = this.#task;
      return keepsAlive && (kind !== 'immediate' || state === 'waiting');
    }
    [Symbol.dispose](): void {
      cancel(this.#task);
    }
    static taskOf(handle: unknown): Task | undefined {
      return typeof handle === 'object' && handle !== null && #task in handle ? handle.#task : undefined;
    }
  }
  const { taskOf } = Handle;
  deleteProperty(Handle, 'taskOf');

  /** What setTimeout and setInterval return. */
  class Timeout extends Handle {
    #id = '';
    refresh(): this {
      const task = taskOf(this) as Task;
      if (task.state === 'fired') task.spanId = observer.onSchedule(task.kind, task.durationMs);
      loop.refresh(task);
      return this;
    }
    close(): this {
      cancel(taskOf(this));
      return this;
    }
    [Symbol.toPrimitive](): number {
      if (this.#id === '') {
        lastId += 1;
        this.#id = RealString(lastId);
        mapSet(byId, this.#id, this);
      }
      return RealNumber(this.#id);
    }
  }

  /** What setImmediate returns. */
  class Immediate extends Handle {}

  function schedule(kind: TimerKind, callback: unknown, delay: unknown, args: unknown[]): Task {
    requireCallback(callback);
    const delayMs = kind === 'immediate' ? 0 : toDelayMs(delay);
    return loop.schedule(kind, delayMs, callback, args, observer.onSchedule(kind, delayMs));
  }

  function clear(handle: unknown): void {
    const isId = typeof handle === 'number' || typeof handle === 'string';
    const task = taskOf(isId ? mapGet(byId, RealString(handle)) : handle);
    if (task?.kind !== 'immediate') cancel(task);
  }

  function setTimeout(callback: unknown, delay?: unknown, ...args: unknown[]): Timeout {
    return new Timeout(schedule('timer', callback, delay, args), key);
  }
  function setInterval(callback: unknown, delay?: unknown, ...args: unknown[]): Timeout {
    return new Timeout(schedule('interval', callback, delay, args), key);
  }
  function setImmediate(callback: unknown, ...args: unknown[]): Immediate {
    return new Immediate(schedule('immediate', callback, 0, args), key);
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
    const task = taskOf(handle);
    if (task?.kind === 'immediate') cancel(task);
  });
  installGlobal('queueMicrotask', makeQueueMicrotask(observer));
  installSchedulerWait(loop, observer);
}

/** A microtask whose throw is an uncaught error and not a rejection, as `queueMicrotask` demands. */
function makeQueueMicrotask({ onUncaught }: TimerObserver): (callback: unknown) => void {
  const resolved = RealPromise.resolve();
  // With no constructor to ask, `then` makes its result by the intrinsic Promise, whatever student code has replaced.
  defineProperty(resolved, 'constructor', record({ value: undefined }));
  return function queueMicrotask(callback: unknown): void {
    requireCallback(callback);
    const run = (): void => {
      try {
        apply(callback, undefined, []);
      } catch (error) {
        onUncaught(error);
      }
    };
    void promiseThen(resolved, run);
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
