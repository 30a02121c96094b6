// What the rarely used globals need of the world that they join. Given by the recorder's `extend`; the host passes the
// bundle on and sees nothing of this.
import type { EventLoop } from '../virtual-clock/event-loop.ts';
import type { AbortInternals } from '../virtual-clock/events.ts';
import type { SeededRandom } from '../virtual-clock/random.ts';
import type { TimerObserver } from '../virtual-clock/timers.ts';

export type WorldAccess = {
  loop: EventLoop;
  timers: TimerObserver;
  aborts: AbortInternals;
  /** Seeded anew for each run. */
  identifiers: SeededRandom;
};

/** Namespaces of Node's modules, by specifier, for the host to link imports to. */
export type Builtins = { [specifier: string]: object };
