// The globals of a world, all of them on the one virtual clock.
import { installClocks } from '../virtual-clock/clocks.ts';
import type { EventLoop, Task, TimerKind } from '../virtual-clock/event-loop.ts';
import { installEvents, type AbortInternals } from '../virtual-clock/events.ts';
import { ownValue, record } from '../virtual-clock/primordials.ts';
import { installProcess, type ProcessState } from '../virtual-clock/process.ts';
import { makeRandom, type SeededRandom } from '../virtual-clock/random.ts';
import { installStructuredClone } from '../virtual-clock/structured-clone.ts';
import { installTimers } from '../virtual-clock/timers.ts';
import { installConsole } from './console.ts';
import type { Recorder } from './recorder.ts';

export function installWorldGlobals(
  loop: EventLoop,
  recorder: Recorder,
  onUncaught: (error: unknown) => void,
  output: { write(level: string, text: string): void },
): { aborts: AbortInternals; process: ProcessState; random: SeededRandom } {
  installTimers(loop, {
    onSchedule: (kind, delayMs) => recorder.startSpan(kind, spanNames[kind], [], loop.nowMs() + delayMs),
    onCancel: (task: Task) => recorder.endSpan(task.spanId, 'cancelled'),
    onUncaught,
  });
  installClocks(loop.nowMs);
  const aborts = installEvents(loop, {
    onAbort: (reason) => recorder.mark('abort', describeReason(reason)),
    onListen: () => recorder.site,
    onUncaught,
  });
  installStructuredClone();
  installConsole(loop.nowMs, output);
  const random = makeRandom();
  Math.random = () => random.next();
  return record({ aborts, process: installProcess(loop, output), random });
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
