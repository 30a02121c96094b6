// Events, event targets and abort signals, tied together, and what the recorder may know of them.
import { installAbort } from './abort.ts';
import { installDOMException } from './dom-exception.ts';
import { installEvent } from './event.ts';
import type { EventLoop } from './event-loop.ts';
import { installEventTarget, type Listener, type SignalBrand } from './event-target.ts';
import { onRestart } from './restart.ts';
import { mapDelete, mapForEach, mapSet, RealMap, record } from './primordials.ts';

export type EventObserver = {
  onAbort(reason: unknown): void;
  /** @returns a mark of the place that attached the listener. */
  onListen(): number;
  onUncaught(error: unknown): void;
};

/** What the recorder knows of AbortSignals: by brand, past every method that a student can replace. */
export type AbortInternals = {
  isSignal(value: unknown): value is AbortSignal;
  /**
   * Runs `algorithm` when the signal aborts, before its listeners hear of it; at once if it has.
   * @returns what takes the algorithm away again.
   * @see https://dom.spec.whatwg.org/#abortsignal-add
   */
  onAbort(signal: AbortSignal, algorithm: (reason: unknown) => void): () => void;
  /** Visits the site of every listener that is still attached to an AbortSignal, unless that has aborted: it does so once. */
  forEachLive(visit: (site: number) => void): void;
};

export function installEvents(loop: EventLoop, observer: EventObserver): AbortInternals {
  const DOMException = installDOMException();
  const events = installEvent(loop.nowMs);
  type Attached = { signal: AbortSignal; site: number };
  let abortListeners = new RealMap<Listener, Attached>();
  onRestart(() => {
    abortListeners = new RealMap();
  });
  const signals = record<SignalBrand>({
    isSignal: (_value): _value is AbortSignal => false,
    isAborted: () => false,
    onAbort: () => () => {},
  });
  const targets = installEventTarget(events, signals, {
    onListen(target, type, listener) {
      const site = observer.onListen();
      if (type === 'abort' && signals.isSignal(target))
        mapSet(abortListeners, listener, record({ signal: target, site }));
    },
    onRemove: (listener) => void mapDelete(abortListeners, listener),
    onThrow: (error) => loop.enqueueTick(() => observer.onUncaught(error), []),
  });
  installAbort(loop, signals, targets, { events, DOMException, onAbort: observer.onAbort });
  return {
    isSignal: (value): value is AbortSignal => signals.isSignal(value),
    onAbort: (signal, algorithm) => signals.onAbort(signal, algorithm),
    forEachLive(visit) {
      mapForEach(abortListeners, ({ signal, site }) => {
        if (!signals.isAborted(signal)) visit(site);
      });
    },
  };
}
