// Who listens on `process`: a small emitter, for the events that a program's end and its uncaught errors bring about.
// https://nodejs.org/api/process.html#process-events
import { refuse } from './arguments.ts';
import { onRestart } from './restart.ts';
import { append, apply, list, mapGet, mapSet, RealMap, record, type List } from './primordials.ts';

export type Handler = (...args: unknown[]) => unknown;
type Registration = { handler: Handler; once: boolean };

export type ProcessEvents = {
  methods: { [name: string]: (event: unknown, handler: unknown) => unknown };
  /** @returns whether anyone listens; all of them are called, in the order in which they came. */
  emit(event: string, args: unknown[]): boolean;
};

export function makeProcessEvents(process: object): ProcessEvents {
  let byEvent = new RealMap<unknown, List<Registration>>();
  onRestart(() => {
    byEvent = new RealMap();
  });

  function add(event: unknown, handler: unknown, once: boolean): object {
    if (typeof handler !== 'function') refuse('listener', 'of type function', handler);
    const registrations = mapGet(byEvent, event) ?? list<Registration>();
    mapSet(byEvent, event, registrations);
    append(registrations, record({ handler: handler as Handler, once }));
    return process;
  }

  function remove(event: unknown, handler: unknown): object {
    const kept: List<Registration> = list();
    const registrations = mapGet(byEvent, event) ?? list<Registration>();
    for (let index = 0; index < registrations.length; index += 1) {
      const each = registrations[index] as Registration;
      if (each.handler !== handler) append(kept, each);
    }
    mapSet(byEvent, event, kept);
    return process;
  }

  const on = (event: unknown, handler: unknown): object => add(event, handler, false);
  return record({
    methods: {
      on,
      addListener: on,
      once: (event: unknown, handler: unknown) => add(event, handler, true),
      off: remove,
      removeListener: remove,
      listenerCount: (event: unknown) => mapGet(byEvent, event)?.length ?? 0,
    },
    emit(event: string, args: unknown[]) {
      const registrations = mapGet(byEvent, event);
      if (registrations === undefined) return false;
      // As it is now: a handler may add and remove others.
      const { length } = registrations;
      for (let index = 0; index < length; index += 1) {
        const { handler, once } = registrations[index] as Registration;
        if (once) remove(event, handler);
        apply(handler, process, args);
      }
      return length > 0;
    },
  });
}
