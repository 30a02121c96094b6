// Simulated sources of events, in the two styles that students meet: `addEventListener` and Node's `on`. What listens at the
// end is known, with the line that attached it.
import { describeReceived, nodeError } from '../virtual-clock/errors.ts';
import type { AbortInternals } from '../virtual-clock/events.ts';
import {
  append,
  apply,
  construct,
  defineMethods,
  defineProperty,
  isArray,
  isError,
  list,
  RealError,
  RealString,
  RealTypeError,
  record,
  type List,
} from '../virtual-clock/primordials.ts';
import { onRestart } from '../virtual-clock/restart.ts';
import { checkLatency, readFields, type Fields } from './behaviour.ts';
import { NO_SPAN, type Recorder } from './recorder.ts';
import type { WorkParts } from './simulated-work.ts';

export type SourceListener = {
  source: string;
  type: unknown;
  callback: unknown;
  site: number;
  isLive: boolean;
};

export type EventSources = {
  /** Every listener that was ever attached to a source; some are gone. */
  listeners: List<SourceListener>;
  /** The platform's own, taken before any student code ran. */
  EventTarget: typeof EventTarget;
  CustomEvent: typeof CustomEvent;
  methods: Pick<EventTarget, 'addEventListener' | 'removeEventListener' | 'dispatchEvent'>;
};

const sourceFields = ['events', 'like'];
const eventFields = ['atMs', 'type', 'detail', 'args'];

type Planned = { atMs: number; type: string; detail: unknown; args: unknown[] };
type Emit = (event: Planned) => void;

export function makeEventSource(
  name: string,
  behaviour: object,
  parts: WorkParts,
  sources: EventSources,
): object {
  const what = `simulate: "${name}"`;
  const { events, like = 'EventTarget' } = readFields(what, behaviour, sourceFields);
  if (!isArray(events)) throw new RealTypeError(`${what}: "events" is no list; expected a list of events`);
  if (like !== 'EventTarget' && like !== 'EventEmitter')
    throw new RealTypeError(`${what}: "like" is ${RealString(like)}; expected EventTarget or EventEmitter`);
  const planned: List<Planned> = list();
  for (let index = 0; index < events.length; index += 1) insert(planned, readEvent(what, events[index]));
  const { source, emit } =
    like === 'EventTarget'
      ? makeTarget(name, sources, parts)
      : makeEmitter(name, sources.listeners, parts.recorder);
  schedule(name, planned, emit, parts);
  return source;
}

function readEvent(what: string, event: unknown): Planned {
  const fields: Fields = readFields(`${what}: an event`, event, eventFields);
  const { atMs, type, detail = null, args } = fields;
  checkLatency(`${what}: "atMs" of an event`, atMs);
  if (typeof type !== 'string') throw new RealTypeError(`${what}: an event has no "type"; expected a string`);
  if (args !== undefined && !isArray(args))
    throw new RealTypeError(`${what}: "args" of an event is no list; expected the listener's arguments`);
  return record({ atMs: atMs as number, type, detail, args: (args ?? list()) as unknown[] });
}

/** By time; those of one time as they are listed. */
function insert(events: List<Planned>, event: Planned): void {
  let at = events.length;
  for (; at > 0 && (events[at - 1] as Planned).atMs > event.atMs; at -= 1)
    events[at] = events[at - 1] as Planned;
  events[at] = event;
}

/** One after the other, so that no schedule of completions swaps the events of a source. */
function schedule(
  name: string,
  events: List<Planned>,
  emit: Emit,
  { loop, completions, recorder }: WorkParts,
): void {
  const startMs = loop.nowMs();
  const plan = (index: number): void => {
    const event = events[index];
    if (event === undefined) return;
    const restMs = startMs + event.atMs - loop.nowMs();
    const happen = (): void => {
      plan(index + 1);
      recorder.mark('event', `${name} ${event.type}`);
      emit(event);
    };
    completions.add(restMs < 0 ? 0 : restMs, happen, NO_SPAN);
  };
  plan(0);
}

function makeListener(
  sources: List<SourceListener>,
  source: string,
  type: unknown,
  callback: unknown,
  { site }: Recorder,
): SourceListener {
  return append(sources, record({ source, type, callback, site, isLive: true }));
}

/** A true EventTarget; its own three methods keep the books and hand on to the platform's. */
function makeTarget(
  name: string,
  { listeners, EventTarget, CustomEvent, methods }: EventSources,
  { recorder, aborts }: WorkParts,
): { source: object; emit: Emit } {
  const { addEventListener, removeEventListener, dispatchEvent } = methods;
  const source = construct(EventTarget, []);
  const attached: List<{ listener: SourceListener; capture: boolean; once: boolean }> = list();

  function find(type: unknown, callback: unknown, capture: boolean): SourceListener | undefined {
    for (let index = 0; index < attached.length; index += 1) {
      const { listener, capture: isCapture } = attached[index] as (typeof attached)[number];
      const isSame = listener.type === `${type as string}` && listener.callback === callback;
      if (isSame && isCapture === capture && listener.isLive) return listener;
    }
    return undefined;
  }

  function dispatch(event: Event): boolean {
    const { type } = event;
    const count = attached.length;
    for (let index = 0; index < count; index += 1) {
      const { listener, once } = attached[index] as (typeof attached)[number];
      if (once && listener.type === type) listener.isLive = false;
    }
    return apply(dispatchEvent, source, [event]);
  }

  defineMethods(source, {
    addEventListener(type: unknown, callback: unknown, options?: AddEventListenerOptions | boolean): void {
      apply(addEventListener, source, [type as string, callback as EventListener, options]);
      const { capture, once, signal } = settingsOf(options);
      if (callback === null || callback === undefined || find(type, callback, capture) !== undefined) return;
      const listener = makeListener(listeners, name, `${type as string}`, callback, recorder);
      append(attached, record({ listener, capture, once }));
      forgetOnAbort(listener, signal, aborts);
    },
    removeEventListener(type: unknown, callback: unknown, options?: EventListenerOptions | boolean): void {
      apply(removeEventListener, source, [type as string, callback as EventListener, options]);
      const listener = find(type, callback, settingsOf(options).capture);
      if (listener !== undefined) listener.isLive = false;
    },
    dispatchEvent: (event: Event) => dispatch(event),
  });
  const emit: Emit = ({ type, detail }) => void dispatch(construct(CustomEvent, [type, { detail }]));
  return { source, emit };
}

function settingsOf(options: AddEventListenerOptions | boolean | undefined) {
  if (typeof options !== 'object' || options === null)
    return record({ capture: Boolean(options), once: false, signal: undefined });
  const { capture, once, signal } = options;
  return record({ capture: Boolean(capture), once: Boolean(once), signal });
}

function forgetOnAbort(listener: SourceListener, signal: unknown, aborts: AbortInternals): void {
  if (!aborts.isSignal(signal)) return;
  aborts.onAbort(signal, () => {
    listener.isLive = false;
  });
}

type Entry = { listener: SourceListener; once: boolean };

/** Node's EventEmitter, as far as a source needs it. https://nodejs.org/api/events.html */
function makeEmitter(
  name: string,
  listeners: List<SourceListener>,
  recorder: Recorder,
): { source: object; emit: Emit } {
  let entries: List<Entry> = list();
  const source = {};

  function add(type: unknown, callback: unknown, once: boolean): object {
    if (typeof callback !== 'function')
      throw nodeError(
        RealTypeError,
        'ERR_INVALID_ARG_TYPE',
        `The "listener" argument must be of type function. Received ${describeReceived(callback)}`,
      );
    append(entries, record({ listener: makeListener(listeners, name, type, callback, recorder), once }));
    return source;
  }

  /** Removes what `isMeant` says; a new list, since an emission may be walking over the old one. */
  function remove(isMeant: (entry: Entry, index: number) => boolean): object {
    const kept: List<Entry> = list();
    for (let index = 0; index < entries.length; index += 1) {
      const entry = entries[index] as Entry;
      if (isMeant(entry, index)) entry.listener.isLive = false;
      else append(kept, entry);
    }
    entries = kept;
    return source;
  }

  /** As in Node, of several that are the same the latest goes. */
  function removeLast(type: unknown, callback: unknown): object {
    let last = -1;
    for (let index = 0; index < entries.length; index += 1) {
      const { listener } = entries[index] as Entry;
      if (listener.type === type && listener.callback === callback) last = index;
    }
    return remove((_, index) => index === last);
  }

  function emit(type: unknown, args: unknown[]): boolean {
    const current = entries;
    const { length } = current;
    let isHeard = false;
    for (let index = 0; index < length; index += 1) {
      const entry = current[index] as Entry;
      if (entry.listener.type !== type) continue;
      isHeard = true;
      if (entry.once) remove((other) => other === entry);
      apply(entry.listener.callback as () => void, source, args);
    }
    if (!isHeard && type === 'error') throw unheardError(args[0]);
    return isHeard;
  }

  function count(type: unknown): number {
    let found = 0;
    for (let index = 0; index < entries.length; index += 1)
      if ((entries[index] as Entry).listener.type === type) found += 1;
    return found;
  }

  const on = (type: unknown, callback: unknown): object => add(type, callback, false);
  const off = (type: unknown, callback: unknown): object => removeLast(type, callback);
  defineMethods(source, {
    on,
    addListener: on,
    once: (type: unknown, callback: unknown) => add(type, callback, true),
    off,
    removeListener: off,
    removeAllListeners: (...types: unknown[]) =>
      remove(({ listener }) => types.length === 0 || listener.type === types[0]),
    emit: (type: unknown, ...args: unknown[]) => emit(type, args),
    listenerCount: (type: unknown) => count(type),
  });
  defineProperty(source, Symbol.toStringTag, record({ value: 'EventEmitter', configurable: true }));
  return { source, emit: ({ type, args }) => void emit(type, args) };
}

/** What Node throws for an "error" event that nobody listens to. */
function unheardError(error: unknown): unknown {
  if (isError(error)) return error;
  return nodeError(RealError, 'ERR_UNHANDLED_ERROR', `Unhandled error. (${RealString(error)})`);
}

export function makeEventSources(): EventSources {
  const { EventTarget, CustomEvent } = globalThis;
  const listeners = list<SourceListener>();
  onRestart(() => {
    listeners.length = 0;
  });
  const { addEventListener, removeEventListener, dispatchEvent } = EventTarget.prototype;
  const methods = record({ addEventListener, removeEventListener, dispatchEvent });
  return record({ listeners, EventTarget, CustomEvent, methods });
}
