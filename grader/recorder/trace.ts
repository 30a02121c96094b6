// The guest half of the instrumentation pass (grader/recorder/instrument.ts): where the code is, who made a promise, and
// what an `await` waits for. Every hook returns its argument, so that no tick is added.
import {
  append,
  list,
  promiseThen,
  RealPromise,
  RealWeakMap,
  weakMapGet,
  weakMapSet,
  type List,
} from '../virtual-clock/primordials.ts';
import { NO_SITE, type Recorder } from './recorder.ts';

export type Hooks = {
  /** Before a call: marks the site as running; returns the site. */
  at(site: number): number;
  /** The last argument of a call: marks the site, returns the argument. */
  arg(site: number, value: unknown): unknown;
  /** After a call or `new`: tags a promise with the site that made it; returns the result. */
  made(site: number, value: unknown): unknown;
  /** Around the operand of an `await`. */
  wait(site: number, value: unknown): unknown;
};

export type PendingWait = { awaitedSite: number; madeSite: number };

export type Trace = {
  hooks: Hooks;
  /** Asks each awaited promise whether it has settled. Call it when the test is over, then `pendingWaits` after a drain. */
  probe(): void;
  pendingWaits(): List<PendingWait>;
};

/** Awaits remembered at most; more are not needed to say where a program hangs. */
const WAIT_LIMIT = 2000;

type Wait = { promise: Promise<unknown>; site: number; isSettled: boolean };

export function makeTrace(recorder: Recorder): Trace {
  const makers = new RealWeakMap<object, number>();
  const waits: List<Wait> = list();

  const hooks: Hooks = {
    at(site) {
      recorder.site = site;
      return site;
    },
    arg(site, value) {
      recorder.site = site;
      return value;
    },
    made(site, value) {
      if (value instanceof RealPromise && weakMapGet(makers, value) === undefined)
        weakMapSet(makers, value, site);
      return value;
    },
    wait(site, value) {
      if (value instanceof RealPromise && waits.length < WAIT_LIMIT) {
        append(waits, { promise: value, site, isSettled: false });
      }
      return value;
    },
  };

  return {
    hooks,
    probe() {
      for (let index = 0; index < waits.length; index += 1) {
        const wait = waits[index] as Wait;
        const settle = (): void => {
          wait.isSettled = true;
        };
        void promiseThen(wait.promise, settle, settle);
      }
    },
    pendingWaits() {
      const pending: List<PendingWait> = list();
      for (let index = 0; index < waits.length; index += 1) {
        const wait = waits[index] as Wait;
        if (wait.isSettled) continue;
        append(pending, { awaitedSite: wait.site, madeSite: weakMapGet(makers, wait.promise) ?? NO_SITE });
      }
      return pending;
    },
  };
}
