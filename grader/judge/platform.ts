// What chai expects of a platform beyond the language: events. Ours, on a loop that never runs.
import { makeEventLoop } from '../virtual-clock/event-loop.ts';
import { installEvents } from '../virtual-clock/events.ts';

const loop = makeEventLoop(
  { virtualTimeLimitMs: 0, firingLimit: 0, liveTimerLimit: 0 },
  { onTaskStart() {}, onUncaught() {} },
);
installEvents(loop, { onAbort() {}, onListen: () => -1, onUncaught() {} });
