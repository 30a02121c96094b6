// `timers/promises` on the virtual clock. https://nodejs.org/api/timers.html#timers-promises-api
import { refuse, requireBoolean, requireNumber, requireObject } from '../virtual-clock/arguments.ts';
import { nodeError } from '../virtual-clock/errors.ts';
import type { Task, TimerKind } from '../virtual-clock/event-loop.ts';
import {
  defineMethods,
  defineProperty,
  RealError,
  RealPromise,
  record,
} from '../virtual-clock/primordials.ts';
import { toDelayMs } from '../virtual-clock/timers.ts';
import type { WorldAccess } from './world-access.ts';

type Options = { signal: AbortSignal | undefined; ref: boolean };

export function makeTimersPromises(world: WorldAccess): object {
  const wait = makeWait(world);
  const ticks = makeTicks(world);
  const scheduler = (globalThis as { scheduler?: object }).scheduler ?? {};
  defineMethods(scheduler, {
    wait: (delay: unknown, options?: unknown) => wait('timer', delay, undefined, options),
    yield: () => wait('immediate', 0, undefined, undefined),
  });
  const functions = {
    setTimeout: (delay?: unknown, value?: unknown, options?: unknown) => wait('timer', delay, value, options),
    setImmediate: (value?: unknown, options?: unknown) => wait('immediate', 0, value, options),
    setInterval: (delay?: unknown, value?: unknown, options?: unknown) => ticks(delay, value, options),
    scheduler,
  };
  return { ...functions, default: { ...functions } };
}

type Wait = (kind: TimerKind, delay: unknown, value: unknown, options: unknown) => Promise<unknown>;

/** What the caller did wrong is rejected and not thrown, as everywhere in this module. */
function makeWait(world: WorldAccess): Wait {
  const { aborts } = world;
  return (kind, delay, value, given) =>
    new RealPromise((resolve, reject) => {
      if (kind === 'timer' && delay !== undefined) requireNumber('delay', delay);
      const { signal, ref } = readOptions(world, given);
      if (signal !== undefined && signal.aborted) throw abortError(signal);
      let forget = (): void => {};
      const task = start(world, kind, kind === 'timer' ? toDelayMs(delay) : 0, ref, () => {
        forget();
        resolve(value);
      });
      if (signal === undefined) return;
      forget = aborts.onAbort(signal, () => {
        stop(world, task);
        reject(abortError(signal));
      });
    });
}

type Ticks = (delay: unknown, value: unknown, options: unknown) => AsyncGenerator<unknown, void>;

function makeTicks(world: WorldAccess): Ticks {
  const { aborts } = world;
  return async function* (delay, value, given) {
    const { signal, ref } = readOptions(world, given);
    if (delay !== undefined) requireNumber('delay', delay);
    if (signal !== undefined && signal.aborted) throw abortError(signal);
    let unseen = 0;
    let wake = (): void => {};
    const task = start(world, 'interval', toDelayMs(delay), ref, () => {
      unseen += 1;
      wake();
    });
    const end = (): void => {
      stop(world, task);
      wake();
    };
    const forget = signal === undefined ? undefined : aborts.onAbort(signal, end);
    const isOver = (): boolean => signal !== undefined && signal.aborted;
    try {
      while (!isOver()) {
        if (unseen === 0) await new RealPromise<void>((resolve) => (wake = resolve));
        for (; unseen > 0; unseen -= 1) yield value;
      }
      throw abortError(signal);
    } finally {
      stop(world, task);
      forget?.();
    }
  };
}

function start(world: WorldAccess, kind: TimerKind, delayMs: number, ref: boolean, fire: () => void): Task {
  const task = world.loop.schedule(kind, delayMs, fire, [], world.timers.onSchedule(kind, delayMs));
  if (!ref) world.loop.setKeepsAlive(task, false);
  return task;
}

function stop({ loop, timers }: WorldAccess, task: Task): void {
  if (task.state === 'cancelled' || task.state === 'fired') return;
  loop.cancel(task);
  timers.onCancel(task);
}

/** @throws TypeError ERR_INVALID_ARG_TYPE */
function readOptions({ aborts }: WorldAccess, options: unknown): Options {
  if (options === undefined) return { signal: undefined, ref: true };
  requireObject('options', options);
  const { signal, ref = true } = options as Partial<Options>;
  if (signal !== undefined && !aborts.isSignal(signal))
    refuse('options.signal', 'an instance of AbortSignal', signal);
  requireBoolean('options.ref', ref);
  return { signal, ref };
}

function abortError(signal: AbortSignal | undefined): Error {
  const error = nodeError(RealError, 'ABORT_ERR', 'The operation was aborted');
  const show = (key: string, value: unknown, enumerable: boolean): void => {
    defineProperty(error, key, record({ value, writable: true, configurable: true, enumerable }));
  };
  show('name', 'AbortError', true);
  show('cause', signal?.reason, false);
  return error;
}
