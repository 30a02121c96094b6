// The guest half of the instrumentation pass (grader/recorder/instrument.ts): where the code is, who made a promise, and
// what an `await` waits for. Every hook returns its argument, so that no tick is added.
import {
  append,
  isInstance,
  isInteger,
  list,
  RealPromise,
  RealWeakMap,
  record,
  weakMapGet,
  weakMapSet,
  whenSettled,
  type List,
} from '../virtual-clock/primordials.ts';
import { onRestart } from '../virtual-clock/restart.ts';
import { NO_SITE, type Recorder } from './recorder.ts';

export type Hooks = {
  /** Spread as the arguments of a call that has none: marks the site, adds nothing. */
  none(site: number): Iterable<never>;
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

/** Awaits remembered, the latest ones; more are not needed to say where a program hangs. */
const WAIT_LIMIT = 2000;

type Wait = { promise: Promise<unknown>; site: number; isSettled: boolean };

/** An iterable of nothing that looks nothing up on a prototype that a student can replace. */
function makeNothing(): Iterable<never> {
  const end = record({ done: true, value: undefined });
  const iterator = record({ next: () => end });
  return record({ [Symbol.iterator]: () => iterator }) as unknown as Iterable<never>;
}

export function makeTrace(recorder: Recorder): Trace {
  const makers = new RealWeakMap<object, number>();
  const waits: List<Wait> = list();
  const nothing = makeNothing();
  let waitCount = 0;
  onRestart(() => {
    waits.length = 0;
    waitCount = 0;
  });

  /** The names of the hooks are secret, not sacred: whoever finds them can lie about lines and about nothing else. */
  const toSite = (site: unknown): number => (isInteger(site) ? (site as number) : NO_SITE);

  const hooks: Hooks = {
    none(site) {
      recorder.site = toSite(site);
      return nothing;
    },
    arg(site, value) {
      recorder.site = toSite(site);
      return value;
    },
    made(site, value) {
      if (isInstance(value, RealPromise) && weakMapGet(makers, value) === undefined)
        weakMapSet(makers, value, toSite(site));
      return value;
    },
    wait(site, value) {
      if (isInstance(value, RealPromise)) {
        const wait: Wait = record({ promise: value, site: toSite(site), isSettled: false });
        if (waits.length < WAIT_LIMIT) append(waits, wait);
        else waits[waitCount % WAIT_LIMIT] = wait;
        waitCount += 1;
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
        try {
          whenSettled(wait.promise, settle, settle);
        } catch {
          settle(); // It only looks like a promise: nothing is known of it, so nothing is said.
        }
      }
    },
    pendingWaits() {
      const pending: List<PendingWait> = list();
      const oldest = waitCount > WAIT_LIMIT ? waitCount % WAIT_LIMIT : 0;
      for (let index = 0; index < waits.length; index += 1) {
        const wait = waits[(oldest + index) % waits.length] as Wait;
        if (wait.isSettled) continue;
        append(pending, { awaitedSite: wait.site, madeSite: weakMapGet(makers, wait.promise) ?? NO_SITE });
      }
      return pending;
    },
  };
}
