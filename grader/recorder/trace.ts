// The guest half of the instrumentation pass (grader/recorder/instrument.ts): where the code is, who made a promise, and
// what an `await` waits for. Every hook returns its argument, or what `await` itself would make of it: no tick is added.
import {
  append,
  isError,
  isInstance,
  isInteger,
  list,
  ownValue,
  RealPromise,
  RealString,
  RealWeakMap,
  record,
  stringSlice,
  weakMapGet,
  weakMapSet,
  whenSettled,
  type List,
} from '../virtual-clock/primordials.ts';
import { onRestart } from '../virtual-clock/restart.ts';
import { inheritedText } from './encode.ts';
import { REASON_LENGTH } from './reason-length.ts';
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

/** `isThenable`: the operand was no promise of the platform's, but an object that had one made of it. */
export type PendingWait = { awaitedSite: number; madeSite: number; isThenable: boolean };
/**
 * A promise of the student's that nothing settled, or that was rejected: `reason` is a primitive as text, or the beginning of
 * an error's message; '' for what has neither. `awaitedSite` is that of the last `await` of it.
 */
export type KnownPromise = {
  site: number;
  awaitedSite: number;
  isRejected: boolean;
  isOfError: boolean;
  reason: string;
};

export type Trace = {
  hooks: Hooks;
  /** Asks each remembered promise whether it has settled. Call it when the test is over, then read after a drain. */
  probe(): void;
  pendingWaits(): List<PendingWait>;
  /** Those that are pending or rejected, oldest first; what was probed only. */
  knownPromises(): List<KnownPromise>;
};

/** Awaits, and promises made, that are remembered: the latest ones. More are not needed to say where a program hangs. */
const REMEMBERED_WAITS = 2000;
/** Fewer of these: each keeps its value alive. */
const REMEMBERED_PROMISES = 500;

type State = 'unknown' | 'pending' | 'fulfilled' | 'rejected';
type Asked = {
  promise: Promise<unknown>;
  site: number;
  isThenable: boolean;
  state: State;
  reason: string;
  isOfError: boolean;
};

/** The latest `limit` of what is added. */
type Ring = { items: List<Asked>; count: number; limit: number };

function remember(ring: Ring, promise: Promise<unknown>, site: number, isThenable: boolean): void {
  const asked: Asked = record({
    promise,
    site,
    isThenable,
    state: 'unknown',
    reason: '',
    isOfError: false,
  });
  if (ring.items.length < ring.limit) append(ring.items, asked);
  else ring.items[ring.count % ring.limit] = asked;
  ring.count += 1;
}

function forEachOldestFirst(ring: Ring, visit: (asked: Asked) => void): void {
  const oldest = ring.count > ring.limit ? ring.count % ring.limit : 0;
  for (let index = 0; index < ring.items.length; index += 1) {
    visit(ring.items[(oldest + index) % ring.items.length] as Asked);
  }
}

function ask(asked: Asked): void {
  asked.state = 'pending';
  const reject = (reason: unknown): void => {
    asked.state = 'rejected';
    asked.isOfError = isError(reason);
    asked.reason = reasonText(reason);
  };
  try {
    whenSettled(asked.promise, () => (asked.state = 'fulfilled'), reject);
  } catch {
    asked.state = 'fulfilled'; // It only looks like a promise: nothing is known of it, so nothing is said.
  }
}

/** No method and no getter of the student's has a say in it. */
function reasonText(reason: unknown): string {
  try {
    if (isError(reason)) return stringSlice(inheritedText(reason, 'message'), 0, REASON_LENGTH);
  } catch {
    return ''; // A Proxy among its prototypes.
  }
  if (typeof reason === 'object' || typeof reason === 'function' || typeof reason === 'symbol') return '';
  const text = RealString(reason);
  return text.length > REASON_LENGTH ? '' : text;
}

/** An iterable of nothing that looks nothing up on a prototype that a student can replace. */
function makeNothing(): Iterable<never> {
  const end = record({ done: true, value: undefined });
  const iterator = record({ next: () => end });
  return record({ [Symbol.iterator]: () => iterator }) as unknown as Iterable<never>;
}

/**
 * The promise that `await` would make of an object that is none: the same `then` is asked, at the same moment and in the same tick.
 * @see https://tc39.es/ecma262/#sec-promise-resolve
 */
export function toPromise(value: unknown): Promise<unknown> | undefined {
  const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
  // With another constructor in place, `await` would wrap our promise once more.
  if (!isObject || ownValue(RealPromise.prototype, 'constructor') !== RealPromise) return undefined;
  return new RealPromise((resolve) => resolve(value));
}

export function makeTrace(recorder: Recorder): Trace {
  const makers = new RealWeakMap<object, number>();
  const waits: Ring = record({ items: list<Asked>(), count: 0, limit: REMEMBERED_WAITS });
  const made: Ring = record({ items: list<Asked>(), count: 0, limit: REMEMBERED_PROMISES });
  const nothing = makeNothing();
  onRestart(() => {
    waits.items.length = made.items.length = 0;
    waits.count = made.count = 0;
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
      if (isInstance(value, RealPromise) && weakMapGet(makers, value) === undefined) {
        weakMapSet(makers, value, toSite(site));
        remember(made, value, toSite(site), false);
      }
      return value;
    },
    wait(site, value) {
      if (isInstance(value, RealPromise)) {
        remember(waits, value, toSite(site), false);
        return value;
      }
      const promise = toPromise(value);
      if (promise === undefined) return value;
      remember(waits, promise, toSite(site), true);
      return promise;
    },
  };

  function lastAwaitOf(promise: Promise<unknown>): number {
    let found = NO_SITE;
    forEachOldestFirst(waits, (wait) => {
      if (wait.promise === promise) found = wait.site;
    });
    return found;
  }

  return {
    hooks,
    probe() {
      forEachOldestFirst(waits, ask);
      forEachOldestFirst(made, ask);
    },
    pendingWaits() {
      const pending: List<PendingWait> = list();
      forEachOldestFirst(waits, ({ promise, site, isThenable, state }) => {
        if (state !== 'pending' && state !== 'unknown') return;
        const madeSite = weakMapGet(makers, promise) ?? NO_SITE;
        append(pending, record({ awaitedSite: site, madeSite, isThenable }));
      });
      return pending;
    },
    knownPromises() {
      const known: List<KnownPromise> = list();
      forEachOldestFirst(made, ({ promise, site, state, isOfError, reason }) => {
        const isRejected = state === 'rejected';
        if (state !== 'pending' && !isRejected) return;
        const awaitedSite = isRejected ? lastAwaitOf(promise) : NO_SITE;
        append(known, record({ site, awaitedSite, isRejected, isOfError, reason }));
      });
      return known;
    },
  };
}
