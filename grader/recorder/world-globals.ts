// The globals of a world, all of them on the one virtual clock.
import { installClocks } from '../virtual-clock/clocks.ts';
import type { EventLoop, Task, TimerKind } from '../virtual-clock/event-loop.ts';
import { installEvents, type AbortInternals } from '../virtual-clock/events.ts';
import { installGlobal, ownValue, record } from '../virtual-clock/primordials.ts';
import { installProcess, type ProcessState } from '../virtual-clock/process.ts';
import { makeRandom, type SeededRandom } from '../virtual-clock/random.ts';
import { installTimers, type TimerObserver } from '../virtual-clock/timers.ts';
import type { WorldAccess } from '../web-platform/world-access.ts';
import { installConsole, type Output } from './console.ts';
import type { Recorder } from './recorder.ts';
import { makeStandardOutput, type StandardOutput } from './standard-output.ts';

export type WorldGlobals = {
  aborts: AbortInternals;
  process: ProcessState;
  random: SeededRandom;
  output: StandardOutput;
  /** For the bundles of rarely used globals. */
  access: WorldAccess;
};

export function installWorldGlobals(
  loop: EventLoop,
  recorder: Recorder,
  onUncaught: (error: unknown) => void,
  written: Output,
): WorldGlobals {
  const timers = record<TimerObserver>({
    onSchedule: (kind, delayMs) => recorder.startSpan(kind, spanNames[kind], [], loop.nowMs() + delayMs),
    onCancel: (task: Task) => recorder.endSpan(task.spanId, 'cancelled'),
    onUncaught,
  });
  installTimers(loop, timers);
  installClocks(loop.nowMs);
  installGlobal('global', globalThis);
  const aborts = installEvents(loop, {
    onAbort: (reason) => recorder.mark('abort', describeReason(reason)),
    onListen: () => recorder.site,
    onUncaught,
  });
  const output = makeStandardOutput(written, () => process.exitRequested);
  installConsole(loop.nowMs, output);
  const process = installProcess(loop, output);
  const random = makeRandom();
  Math.random = () => random.next();
  return record({
    aborts,
    process,
    output,
    random,
    access: record({ loop, timers, aborts, identifiers: makeRandom() }),
  });
}

const spanNames: { [kind in TimerKind]: string } = {
  timer: 'setTimeout',
  interval: 'setInterval',
  immediate: 'setImmediate',
};

function describeReason(reason: unknown): string {
  if (typeof reason === 'string') return reason;
  if (typeof reason !== 'object' || reason === null) return '';
  const name = ownValue(reason, 'name');
  return typeof name === 'string' ? name : 'Error';
}
