// A simulated EventEmitter.
import { describeReceived, nodeError } from '../virtual-clock/errors.ts';
import {
  append,
  apply,
  defineMethods,
  defineProperty,
  isError,
  list,
  RealError,
  RealString,
  RealTypeError,
  record,
  type List,
} from '../virtual-clock/primordials.ts';
import type { Recorder } from './recorder.ts';
import { makeListener, type Emit, type SourceListener } from './source-listeners.ts';

type Entry = { listener: SourceListener; once: boolean };

/** Node's EventEmitter, as far as a source needs it. https://nodejs.org/api/events.html */
export function makeEmitter(
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
