// Event, EventTarget, CustomEvent, DOMException, AbortController and AbortSignal.
// https://dom.spec.whatwg.org/#interface-eventtarget and #interface-AbortController
import type { EventLoop } from './event-loop.ts';
import { toDelayMs } from './timers.ts';
import {
  append,
  apply,
  defineProperty,
  installGlobal,
  list,
  mapDelete,
  mapForEach,
  mapGet,
  mapSet,
  RealError,
  RealMap,
  RealTypeError,
  record,
  setPrototypeOf,
  type List,
} from './primordials.ts';
import { onRestart } from './restart.ts';

export type EventObserver = {
  onAbort(reason: unknown): void;
  /** @returns a mark of the place that attached the listener. */
  onListen(): number;
  onUncaught(error: unknown): void;
};

type Listener = {
  callback: unknown;
  capture: boolean;
  once: boolean;
  passive: boolean;
  removed: boolean;
  site: number;
};

type ListenerList = List<Listener> & { dispatching: number };

/** What the recorder knows of AbortSignals: by brand, past every method that a student can replace. */
export type AbortInternals = {
  isSignal(value: unknown): value is AbortSignal;
  /**
   * Runs `algorithm` when the signal aborts, before its listeners hear of it; at once if it has.
   * @returns what takes the algorithm away again.
   * @see https://dom.spec.whatwg.org/#abortsignal-add
   */
  onAbort(signal: AbortSignal, algorithm: (reason: unknown) => void): () => void;
  /** Visits the site of every listener that is still attached to an AbortSignal. */
  forEachLive(visit: (site: number) => void): void;
};

type Algorithm = { run: (reason: unknown) => void };

const legacyCodes = record({
  IndexSizeError: 1,
  HierarchyRequestError: 3,
  InvalidCharacterError: 5,
  NotFoundError: 8,
  NotSupportedError: 9,
  InvalidStateError: 11,
  SyntaxError: 12,
  InvalidModificationError: 13,
  NamespaceError: 14,
  InvalidAccessError: 15,
  SecurityError: 18,
  NetworkError: 19,
  AbortError: 20,
  QuotaExceededError: 22,
  TimeoutError: 23,
  DataCloneError: 25,
}) as { [name: string]: number };

type MakeDOMException = new (message?: string, name?: string) => Error;

export function installDOMException(): MakeDOMException {
  // An Error made natively carries a stack; its prototype is then ours.
  function VirtualDOMException(this: unknown, message: unknown = '', options: unknown = 'Error'): Error {
    if (new.target === undefined)
      throw new RealTypeError("Class constructor DOMException cannot be invoked without 'new'");
    const isName = typeof options !== 'object' || options === null;
    const name = isName ? `${options as string}` : `${(options as { name?: string }).name ?? 'Error'}`;
    const error = new RealError(`${message as string}`);
    setPrototypeOf(error, new.target.prototype as object);
    const hide = (key: string, value: unknown): void => {
      defineProperty(error, key, record({ value, writable: false, configurable: true, enumerable: false }));
    };
    hide('name', name);
    hide('code', legacyCodes[name] ?? 0);
    if (!isName && 'cause' in options) hide('cause', options.cause);
    return error;
  }
  setPrototypeOf(VirtualDOMException, RealError);
  defineProperty(
    VirtualDOMException,
    'prototype',
    record({ value: Object.create(RealError.prototype) as object, writable: false, configurable: false }),
  );
  const prototype = (VirtualDOMException as unknown as { prototype: object }).prototype;
  defineProperty(
    prototype,
    'constructor',
    record({ value: VirtualDOMException, writable: true, configurable: true }),
  );
  defineProperty(prototype, Symbol.toStringTag, record({ value: 'DOMException', configurable: true }));
  defineProperty(VirtualDOMException, 'name', record({ value: 'DOMException', configurable: true }));
  installGlobal('DOMException', VirtualDOMException);
  return VirtualDOMException as unknown as MakeDOMException;
}

export function installEvents(loop: EventLoop, observer: EventObserver): AbortInternals {
  const DOMException = installDOMException();
  let abortListeners = new RealMap<Listener, number>();
  onRestart(() => {
    abortListeners = new RealMap();
  });
  let dispatch: (target: EventTarget, event: Event) => boolean;
  let setTarget: (event: Event, target: EventTarget | null, phase: number) => void;
  let isStopped: (event: Event) => boolean;
  let isAbortSignal: (target: unknown) => boolean = () => false;
  let addAlgorithm: AbortInternals['onAbort'];

  class Event {
    #type: string;
    #bubbles: boolean;
    #cancelable: boolean;
    #composed: boolean;
    #target: EventTarget | null = null;
    #currentTarget: EventTarget | null = null;
    #phase = 0;
    #isDefaultPrevented = false;
    #isPropagationStopped = false;
    #isImmediateStopped = false;
    #timeStamp = loop.nowMs();

    constructor(type: string, init: { bubbles?: boolean; cancelable?: boolean; composed?: boolean } = {}) {
      if (arguments.length === 0) throw new RealTypeError('The "type" argument must be specified');
      this.#type = `${type}`;
      this.#bubbles = Boolean(init?.bubbles);
      this.#cancelable = Boolean(init?.cancelable);
      this.#composed = Boolean(init?.composed);
    }
    static {
      setTarget = (event, target, phase) => {
        if (target !== null) event.#target = target;
        event.#currentTarget = target;
        event.#phase = phase;
      };
      isStopped = (event) => event.#isImmediateStopped;
    }
    get type(): string {
      return this.#type;
    }
    get target(): EventTarget | null {
      return this.#target;
    }
    get srcElement(): EventTarget | null {
      return this.#target;
    }
    get currentTarget(): EventTarget | null {
      return this.#currentTarget;
    }
    get eventPhase(): number {
      return this.#phase;
    }
    get bubbles(): boolean {
      return this.#bubbles;
    }
    get cancelable(): boolean {
      return this.#cancelable;
    }
    get composed(): boolean {
      return this.#composed;
    }
    get defaultPrevented(): boolean {
      return this.#cancelable && this.#isDefaultPrevented;
    }
    get returnValue(): boolean {
      return !this.defaultPrevented;
    }
    get cancelBubble(): boolean {
      return this.#isPropagationStopped;
    }
    get isTrusted(): boolean {
      return false;
    }
    get timeStamp(): number {
      return this.#timeStamp;
    }
    composedPath(): EventTarget[] {
      return this.#currentTarget === null ? [] : [this.#currentTarget];
    }
    preventDefault(): void {
      this.#isDefaultPrevented = true;
    }
    stopPropagation(): void {
      this.#isPropagationStopped = true;
    }
    stopImmediatePropagation(): void {
      this.#isPropagationStopped = true;
      this.#isImmediateStopped = true;
    }
  }

  class CustomEvent extends Event {
    #detail: unknown;
    constructor(type: string, init: { detail?: unknown; bubbles?: boolean; cancelable?: boolean } = {}) {
      super(type, init);
      this.#detail = init?.detail ?? null;
    }
    get detail(): unknown {
      return this.#detail;
    }
  }

  class EventTarget {
    #listeners = new RealMap<string, ListenerList>();

    addEventListener(type: string, callback: unknown, options?: AddEventListenerOptions | boolean): void {
      if (callback === null || callback === undefined) return;
      if (typeof callback !== 'function' && typeof callback !== 'object') {
        throw new RealTypeError('The "listener" argument must be an instance of EventListener');
      }
      const settings =
        typeof options === 'object' && options !== null ? options : { capture: Boolean(options) };
      if (settings.signal?.aborted === true) return;
      const key = `${type}`;
      const listeners = mapGet(this.#listeners, key) ?? makeListenerList();
      mapSet(this.#listeners, key, listeners);
      const capture = Boolean(settings.capture);
      if (find(listeners, callback, capture) !== undefined) return;
      const listener: Listener = append(
        listeners,
        record({
          callback,
          capture,
          once: Boolean(settings.once),
          passive: Boolean(settings.passive),
          removed: false,
          site: observer.onListen(),
        }),
      );
      if (key === 'abort' && isAbortSignal(this)) {
        mapSet(abortListeners, listener, listener.site);
      }
      const { signal } = settings;
      if (isAbortSignal(signal)) addAlgorithm(signal as AbortSignal, () => remove(listeners, listener));
    }
    removeEventListener(type: string, callback: unknown, options?: EventListenerOptions | boolean): void {
      const listeners = mapGet(this.#listeners, `${type}`);
      if (listeners === undefined) return;
      const capture = Boolean(typeof options === 'object' && options !== null ? options.capture : options);
      const listener = find(listeners, callback, capture);
      if (listener !== undefined) remove(listeners, listener);
    }
    dispatchEvent(event: Event): boolean {
      if (!(event instanceof Event)) {
        throw new RealTypeError('The "event" argument must be an instance of Event');
      }
      return dispatch(this, event);
    }
    static {
      dispatch = (target, event) => {
        setTarget(event, target, 2);
        const current = mapGet(target.#listeners, event.type);
        if (current !== undefined) notify(target, event, current);
        setTarget(event, null, 0);
        return !event.defaultPrevented;
      };
    }
  }

  /** Over the live list: as in Node, a listener that is added while the event is dispatched still hears it. */
  function notify(target: EventTarget, event: Event, listeners: ListenerList): void {
    listeners.dispatching += 1;
    for (let index = 0; index < listeners.length && !isStopped(event); index += 1) {
      const listener = listeners[index] as Listener;
      if (listener.removed) continue;
      if (listener.once) remove(listeners, listener);
      try {
        const { callback } = listener;
        if (typeof callback === 'function') apply(callback, target, [event]);
        else (callback as { handleEvent(event: Event): void }).handleEvent(event);
      } catch (error) {
        // A listener that throws does not stop the others; Node reports it as an uncaught exception.
        loop.enqueueTick(() => observer.onUncaught(error), []);
      }
    }
    listeners.dispatching -= 1;
    sweep(listeners);
  }

  installGlobal('Event', Event);
  installGlobal('CustomEvent', CustomEvent);
  installGlobal('EventTarget', EventTarget);
  installAbort();
  return {
    isSignal: (value): value is AbortSignal => isAbortSignal(value),
    onAbort: (signal, algorithm) => addAlgorithm(signal, algorithm),
    forEachLive(visit) {
      mapForEach(abortListeners, (site) => visit(site));
    },
  };

  function remove(listeners: ListenerList, listener: Listener): void {
    listener.removed = true;
    mapDelete(abortListeners, listener);
    sweep(listeners);
  }

  function installAbort(): void {
    const key = {};
    let abort: (signal: AbortSignal, reason: unknown) => void;

    class AbortSignal extends EventTarget {
      #isAborted = false;
      #reason: unknown = undefined;
      #onabort: unknown = null;
      #dependents: List<AbortSignal> = list();
      #algorithms = new RealMap<Algorithm, true>();

      constructor(guard?: unknown) {
        if (guard !== key) throw new RealTypeError('Illegal constructor');
        super();
      }
      static {
        isAbortSignal = (target) => typeof target === 'object' && target !== null && #isAborted in target;
        addAlgorithm = (target, run) => {
          const signal = target as unknown as AbortSignal;
          if (signal.#isAborted) run(signal.#reason);
          const algorithm = record({ run });
          if (!signal.#isAborted) mapSet(signal.#algorithms, algorithm, true);
          return () => mapDelete(signal.#algorithms, algorithm);
        };
        abort = (signal, reason) => {
          if (signal.#isAborted) return;
          const dependents = signal.#dependents;
          signal.#dependents = list();
          signal.#isAborted = true;
          signal.#reason = reason === undefined ? abortError() : reason;
          observer.onAbort(signal.#reason);
          const algorithms = signal.#algorithms;
          signal.#algorithms = new RealMap();
          mapForEach(algorithms, (_, algorithm) => algorithm.run(signal.#reason));
          const event = new Event('abort');
          setTarget(event, signal, 2);
          dispatch(signal, event);
          for (let index = 0; index < dependents.length; index += 1) {
            abort(dependents[index] as AbortSignal, signal.#reason);
          }
        };
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
        if (typeof this.#onabort === 'function') this.removeEventListener('abort', this.#onabort);
        this.#onabort = typeof callback === 'function' ? callback : null;
        if (typeof callback === 'function') this.addEventListener('abort', callback);
      }
      static abort(reason?: unknown): AbortSignal {
        const signal = new AbortSignal(key);
        signal.#isAborted = true;
        signal.#reason = reason === undefined ? abortError() : reason;
        return signal;
      }
      static timeout(delay: unknown): AbortSignal {
        const signal = new AbortSignal(key);
        const timeoutError = (): unknown =>
          new DOMException('The operation was aborted due to timeout', 'TimeoutError');
        const task = loop.schedule('timer', toDelayMs(delay), () => abort(signal, timeoutError()), [], -1);
        // As in Node, such a timer alone does not keep the program running.
        loop.setKeepsAlive(task, false);
        return signal;
      }
      static any(signals: Iterable<AbortSignal>): AbortSignal {
        const result = new AbortSignal(key);
        for (const signal of signals) {
          if (signal.#isAborted && !result.#isAborted) {
            result.#isAborted = true;
            result.#reason = signal.#reason;
          }
        }
        if (!result.#isAborted) for (const signal of signals) append(signal.#dependents, result);
        return result;
      }
    }

    class AbortController {
      #signal = new AbortSignal(key);
      get signal(): AbortSignal {
        return this.#signal;
      }
      abort(reason?: unknown): void {
        abort(this.#signal, reason);
      }
    }

    function abortError(): unknown {
      return new DOMException('This operation was aborted', 'AbortError');
    }
    installGlobal('AbortSignal', AbortSignal);
    installGlobal('AbortController', AbortController);
  }
}

function find(listeners: List<Listener>, callback: unknown, capture: boolean): Listener | undefined {
  for (let index = 0; index < listeners.length; index += 1) {
    const listener = listeners[index] as Listener;
    if (listener.callback === callback && listener.capture === capture && !listener.removed) return listener;
  }
  return undefined;
}

function makeListenerList(): ListenerList {
  const listeners = list<Listener>() as ListenerList;
  listeners.dispatching = 0;
  return listeners;
}

/** Drops removed listeners, unless a dispatch is walking over the list. */
function sweep(listeners: ListenerList): void {
  if (listeners.dispatching > 0) return;
  let kept = 0;
  for (let index = 0; index < listeners.length; index += 1) {
    const each = listeners[index] as Listener;
    if (!each.removed) listeners[kept++] = each;
  }
  listeners.length = kept;
}
