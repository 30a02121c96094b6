// EventTarget, with Node's order and refusals. https://dom.spec.whatwg.org/#interface-eventtarget
import { refuse, requireArguments } from './arguments.ts';
import { nodeError } from './errors.ts';
import { tag, type EventInternals } from './event.ts';
import { describePlatformObject } from './platform-objects.ts';
import {
  append,
  apply,
  installGlobal,
  list,
  mapGet,
  mapSet,
  RealError,
  RealMap,
  RealTypeError,
  record,
  type List,
} from './primordials.ts';

export type Listener = {
  callback: unknown;
  capture: boolean;
  once: boolean;
  passive: boolean;
  removed: boolean;
};

type ListenerList = List<Listener> & { dispatching: number };

/** What an event target needs to know of signals, which are event targets themselves. */
export type SignalBrand = {
  isSignal(value: unknown): value is AbortSignal;
  isAborted(signal: AbortSignal): boolean;
  /** @returns what takes the algorithm away again. */
  onAbort(signal: AbortSignal, algorithm: (reason: unknown) => void): () => void;
};

export type TargetObserver = {
  onListen(target: EventTarget, type: string, listener: Listener): void;
  onRemove(listener: Listener): void;
  /** A listener threw: that stops no other one, and counts as an uncaught exception. */
  onThrow(error: unknown): void;
};

export type EventTargetInternals = {
  readonly EventTarget: new () => EventTarget;
  dispatch(target: EventTarget, event: Event): boolean;
};

type ListenOptions = { capture?: boolean; once?: boolean; passive?: boolean; signal?: AbortSignal };

export function installEventTarget(
  events: EventInternals,
  signals: SignalBrand,
  observer: TargetObserver,
): EventTargetInternals {
  let listenersOf: (target: object, type: string) => ListenerList | undefined;

  class EventTarget {
    #listeners = new RealMap<string, ListenerList>();

    static {
      listenersOf = (target, type) => mapGet((target as EventTarget).#listeners, type);
    }
    static {
      // Its listeners are nobody's business, and neither are the properties of its subclasses.
      describePlatformObject((value) => (#listeners in value ? record({}) : undefined));
    }
    addEventListener(type: string, callback: unknown, options?: ListenOptions | boolean): void {
      requireTarget(#listeners in this);
      requireArguments(arguments.length, 2, '"type" and "listener"');
      const { capture, once, passive, signal } = readOptions(signals, options);
      if (!isCallback(callback)) return;
      if (signal !== undefined && signals.isAborted(signal)) return;
      const key = `${type}`;
      const listeners = mapGet(this.#listeners, key) ?? makeListenerList();
      mapSet(this.#listeners, key, listeners);
      if (find(listeners, callback, capture) !== undefined) return;
      const listener = append(listeners, record({ callback, capture, once, passive, removed: false }));
      observer.onListen(this, key, listener);
      if (signal !== undefined) signals.onAbort(signal, () => remove(listeners, listener));
    }
    removeEventListener(type: string, callback: unknown, options?: ListenOptions | boolean): void {
      requireTarget(#listeners in this);
      requireArguments(arguments.length, 2, '"type" and "listener"');
      if (!isCallback(callback)) return;
      const listeners = mapGet(this.#listeners, `${type}`);
      if (listeners === undefined) return;
      const listener = find(listeners, callback, isCapture(options));
      if (listener !== undefined) remove(listeners, listener);
    }
    dispatchEvent(event: Event): boolean {
      requireTarget(#listeners in this);
      requireArguments(arguments.length, 1, '"event"');
      if (!events.isEvent(event)) refuse('event', 'an instance of Event', event);
      if (events.isDispatching(event)) {
        const message = `The event "${events.typeOf(event)}" is already being dispatched`;
        throw nodeError(RealError, 'ERR_EVENT_RECURSION', message);
      }
      return dispatch(this, event);
    }
  }

  function dispatch(target: globalThis.EventTarget, event: Event): boolean {
    events.begin(event, target);
    const listeners = listenersOf(target, events.typeOf(event));
    if (listeners !== undefined) notify(target, event, listeners);
    events.end(event);
    return !events.isCancelled(event);
  }

  /** Over the live list: as in Node, a listener that is added while the event is dispatched still hears it. */
  function notify(target: globalThis.EventTarget, event: Event, listeners: ListenerList): void {
    listeners.dispatching += 1;
    for (let index = 0; index < listeners.length && !events.isStopped(event); index += 1) {
      const listener = listeners[index] as Listener;
      if (listener.removed) continue;
      if (listener.once) remove(listeners, listener);
      events.setPassive(event, listener.passive);
      try {
        call(target, event, listener);
      } catch (error) {
        observer.onThrow(error);
      }
      events.setPassive(event, false);
    }
    listeners.dispatching -= 1;
    sweep(listeners);
  }

  function remove(listeners: ListenerList, listener: Listener): void {
    listener.removed = true;
    observer.onRemove(listener);
    sweep(listeners);
  }

  tag(EventTarget.prototype, 'EventTarget');
  installGlobal('EventTarget', EventTarget);
  return { EventTarget: EventTarget, dispatch };
}

function call(target: EventTarget, event: Event, { callback }: Listener): void {
  if (typeof callback === 'function') {
    apply(callback as (event: Event) => unknown, target, [event]);
    return;
  }
  const { handleEvent } = callback as { handleEvent?: unknown };
  if (typeof handleEvent === 'function')
    apply(handleEvent as (event: Event) => unknown, callback as object, [event]);
}

function requireTarget(isTarget: boolean): void {
  if (isTarget) return;
  throw nodeError(RealTypeError, 'ERR_INVALID_THIS', 'Value of "this" must be of type EventTarget');
}

/** False for null and undefined, which have no effect. @throws TypeError for what can never listen. */
function isCallback(callback: unknown): boolean {
  if (callback === null || callback === undefined) return false;
  if (typeof callback !== 'function' && typeof callback !== 'object')
    refuse('listener', 'an instance of EventListener', callback);
  return true;
}

function isCapture(options: ListenOptions | boolean | undefined): boolean {
  return Boolean(typeof options === 'object' && options !== null ? options.capture : options);
}

function readOptions(signals: SignalBrand, options: ListenOptions | boolean | undefined) {
  const isObject = (typeof options === 'object' && options !== null) || typeof options === 'function';
  const given = isObject ? options : undefined;
  const signal = given?.signal;
  if (signal !== undefined && !signals.isSignal(signal))
    refuse('options.signal', 'an instance of AbortSignal', signal);
  return {
    capture: isObject ? Boolean(given?.capture) : Boolean(options),
    once: Boolean(given?.once),
    passive: Boolean(given?.passive),
    signal,
  };
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
