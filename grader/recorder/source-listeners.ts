// The books that are kept of simulated sources of events: what listens, and the line that attached it.
import { append, list, record, type List } from '../virtual-clock/primordials.ts';
import { onRestart } from '../virtual-clock/restart.ts';
import type { Recorder } from './recorder.ts';

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

export type Planned = { atMs: number; type: string; detail: unknown; args: unknown[] };
export type Emit = (event: Planned) => void;

export function makeListener(
  sources: List<SourceListener>,
  source: string,
  type: unknown,
  callback: unknown,
  { site }: Recorder,
): SourceListener {
  return append(sources, record({ source, type, callback, site, isLive: true }));
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
