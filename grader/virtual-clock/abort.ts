// AbortController and AbortSignal. https://dom.spec.whatwg.org/#interface-AbortController
import { requireNumber } from './arguments.ts';
import type { MakeDOMException } from './dom-exception.ts';
import { nodeError } from './errors.ts';
import { tag, type EventInternals } from './event.ts';
import { describePlatformObject } from './platform-objects.ts';
import type { EventTargetInternals, SignalBrand } from './event-target.ts';
import type { EventLoop } from './event-loop.ts';
import {
  append,
  apply,
  installGlobal,
  list,
  mapDelete,
  mapForEach,
  mapSet,
  RealMap,
  RealRangeError,
  RealString,
  RealTypeError,
  record,
  type List,
} from './primordials.ts';
import { toDelayMs } from './timers.ts';

type Algorithm = { run: (reason: unknown) => void };

const MAXIMUM_TIMEOUT_MS = 2 ** 32 - 1;

/** @param brand Filled in: event targets need to know of signals before there are any. */
export function installAbort(
  loop: EventLoop,
  brand: SignalBrand,
  { EventTarget, dispatch }: EventTargetInternals,
  {
    events,
    DOMException,
    onAbort,
  }: { events: EventInternals; DOMException: MakeDOMException; onAbort: (reason: unknown) => void },
): void {
  const key = {};
  let abort: (signal: AbortSignal, reason: unknown) => void;

  const abortError = (): unknown => new DOMException('This operation was aborted', 'AbortError');

  class AbortSignal extends EventTarget {
    #isAborted = false;
    #reason: unknown = undefined;
    #onabort: unknown = null;
    #handler = (event: Event): void => {
      if (typeof this.#onabort === 'function') apply(this.#onabort as (event: Event) => void, this, [event]);
    };
    #dependents: List<AbortSignal> = list();
    /** What a signal made by `any` follows: none of them is such a signal itself. */
    #sources: List<AbortSignal> | null = null;
    #algorithms = new RealMap<Algorithm, true>();

    constructor(guard?: unknown) {
      if (guard !== key) throw nodeError(RealTypeError, 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor');
      super();
    }
    static {
      const open = (signal: globalThis.AbortSignal): AbortSignal => signal as unknown as AbortSignal;
      brand.isSignal = (value): value is globalThis.AbortSignal =>
        typeof value === 'object' && value !== null && #isAborted in value;
      brand.isAborted = (signal) => open(signal).#isAborted;
      brand.onAbort = (target, run: Algorithm['run']) => {
        const signal = open(target);
        if (signal.#isAborted) run(signal.#reason);
        const algorithm = record({ run });
        if (!signal.#isAborted) mapSet(signal.#algorithms, algorithm, true);
        return () => mapDelete(signal.#algorithms, algorithm);
      };
      describePlatformObject((value) =>
        #isAborted in value ? record({ aborted: value.#isAborted }) : undefined,
      );
      abort = (signal, reason) => {
        if (signal.#isAborted) return;
        const dependents = signal.#dependents;
        signal.#dependents = list();
        signal.#setReason(reason === undefined ? abortError() : reason);
        // All of them are aborted before the first listener hears of it.
        const following: List<AbortSignal> = list();
        for (let index = 0; index < dependents.length; index += 1) {
          const dependent = dependents[index] as AbortSignal;
          if (dependent.#isAborted) continue;
          dependent.#setReason(signal.#reason);
          append(following, dependent);
        }
        signal.#tell();
        for (let index = 0; index < following.length; index += 1) (following[index] as AbortSignal).#tell();
      };
    }
    #setReason(reason: unknown): void {
      this.#isAborted = true;
      this.#reason = reason;
    }
    #tell(): void {
      onAbort(this.#reason);
      const algorithms = this.#algorithms;
      this.#algorithms = new RealMap();
      mapForEach(algorithms, (_, algorithm) => algorithm.run(this.#reason));
      dispatch(this, events.makeTrusted('abort'));
    }
    #follow(source: AbortSignal): void {
      append((this.#sources ??= list()), source);
      append(source.#dependents, this);
    }
    get aborted(): boolean {
      return this.#isAborted;
    }
    get reason(): unknown {
      return this.#reason;
    }
    throwIfAborted(): void {
      if (this.#isAborted) throw this.#reason;
    }
    get onabort(): unknown {
      return this.#onabort;
    }
    set onabort(callback: unknown) {
      const listener = this.#handler;
      // The first handler's place in the row of listeners is kept for those that replace it.
      if (typeof callback !== 'function') this.removeEventListener('abort', listener);
      else if (this.#onabort === null) this.addEventListener('abort', listener);
      this.#onabort = typeof callback === 'function' ? callback : null;
    }
    static abort(reason?: unknown): AbortSignal {
      const signal = new AbortSignal(key);
      signal.#setReason(reason === undefined ? abortError() : reason);
      return signal;
    }
    static timeout(delay: unknown): AbortSignal {
      requireTimeout(delay);
      const signal = new AbortSignal(key);
      const timeoutError = (): unknown =>
        new DOMException('The operation was aborted due to timeout', 'TimeoutError');
      const task = loop.schedule('timer', toDelayMs(delay), () => abort(signal, timeoutError()), [], -1);
      // As in Node, such a timer alone does not keep the program running.
      loop.setKeepsAlive(task, false);
      return signal;
    }
    static any(signals: Iterable<AbortSignal>): AbortSignal {
      const sources = readSignals(brand, signals) as unknown as List<AbortSignal>;
      const result = new AbortSignal(key);
      for (let index = 0; index < sources.length; index += 1) {
        const source = sources[index] as AbortSignal;
        if (!source.#isAborted) continue;
        result.#setReason(source.#reason);
        return result;
      }
      for (let index = 0; index < sources.length; index += 1) {
        const source = sources[index] as AbortSignal;
        const roots = source.#sources;
        if (roots === null) result.#follow(source);
        else for (let root = 0; root < roots.length; root += 1) result.#follow(roots[root] as AbortSignal);
      }
      result.#sources ??= list();
      return result;
    }
  }

  class AbortController {
    #signal = new AbortSignal(key);
    static {
      describePlatformObject((value) => (#signal in value ? record({ signal: value.#signal }) : undefined));
    }
    get signal(): AbortSignal {
      return this.#signal;
    }
    abort(reason?: unknown): void {
      abort(this.#signal, reason);
    }
  }

  tag(AbortSignal.prototype, 'AbortSignal');
  tag(AbortController.prototype, 'AbortController');
  installGlobal('AbortSignal', AbortSignal);
  installGlobal('AbortController', AbortController);
}

function requireTimeout(delay: unknown): void {
  requireNumber('delay', delay);
  if (delay >= 0 && delay <= MAXIMUM_TIMEOUT_MS) return;
  const range = `It must be >= 0 && <= ${MAXIMUM_TIMEOUT_MS}`;
  const message = `The value of "delay" is out of range. ${range}. Received ${RealString(delay)}`;
  throw nodeError(RealRangeError, 'ERR_OUT_OF_RANGE', message);
}

function readSignals(brand: SignalBrand, signals: unknown): List<AbortSignal> {
  if (typeof signals !== 'object' || signals === null || !(Symbol.iterator in signals))
    throw nodeError(RealTypeError, 'ERR_INVALID_ARG_TYPE', 'signals cannot be converted to sequence.');
  const read: List<AbortSignal> = list();
  // The student's own iterable, walked as the language walks it.
  for (const signal of signals as Iterable<unknown>) {
    if (!brand.isSignal(signal)) {
      const message = `signals[${read.length}] is not of type AbortSignal.`;
      throw nodeError(RealTypeError, 'ERR_INVALID_ARG_TYPE', message);
    }
    append(read, signal);
  }
  return read;
}
