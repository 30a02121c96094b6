// A simulated EventTarget.
import type { AbortInternals } from '../virtual-clock/events.ts';
import {
  append,
  apply,
  construct,
  defineMethods,
  list,
  record,
  type List,
} from '../virtual-clock/primordials.ts';
import type { WorkParts } from './simulated-work.ts';
import { makeListener, type Emit, type EventSources, type SourceListener } from './source-listeners.ts';

/** A true EventTarget; its own three methods keep the books and hand on to the platform's. */
export function makeTarget(
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
