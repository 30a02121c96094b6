// One piece of simulated work: a span that ends after its latency, or when a signal aborts it. Calls, pulled items, responses
// and their bodies are all made of this, and all complete through one seam.
import type { EventLoop } from '../virtual-clock/event-loop.ts';
import type { AbortInternals } from '../virtual-clock/events.ts';
import { defineProperty, ownValue, RealTypeError, record } from '../virtual-clock/primordials.ts';
import { platformFields } from '../virtual-clock/platform-objects.ts';
import { currentRun } from '../virtual-clock/restart.ts';
import type { Completions } from './completions.ts';
import type { Recorder } from './recorder.ts';

export type WorkParts = {
  loop: EventLoop;
  completions: Completions;
  recorder: Recorder;
  aborts: AbortInternals;
};

export type Settle = { resolve(value: unknown): void; reject(reason: unknown): void };

/** Ends the work. `recorded` is what the timeline keeps where that is not the value itself. */
export type Finish = (
  outcome: 'fulfilled' | 'rejected' | 'cancelled',
  value: unknown,
  recorded?: unknown,
) => void;

export type Work = {
  kind: 'call' | 'fetch';
  name: string;
  args: unknown[];
  latencyMs: number;
  hangs: boolean;
  /** Cancels the work with its reason when it aborts. */
  signal: AbortSignal | undefined;
  /** Called when the latency is over; calls `finish`. What it throws rejects. */
  complete(finish: Finish): void;
};

export function startWork(
  { loop, completions, recorder, aborts }: WorkParts,
  work: Work,
  settle: Settle,
): void {
  const dueMs = work.hangs ? -1 : loop.nowMs() + work.latencyMs;
  const spanId = recorder.startSpan(work.kind, work.name, work.args, dueMs);
  // Work of an earlier run ends in silence.
  const run = currentRun();
  let isOver = false;
  let stop: () => void = () => {};
  const finish: Finish = (outcome, value, recorded = value) => {
    if (isOver || run !== currentRun()) return;
    isOver = true;
    stop();
    recorder.endSpan(spanId, outcome, record({ held: recorded }));
    if (outcome === 'fulfilled') settle.resolve(value);
    else settle.reject(value);
  };
  const stopListening =
    work.signal === undefined ? stop : aborts.onAbort(work.signal, (reason) => finish('cancelled', reason));
  if (isOver) return;
  stop = stopListening;
  if (work.hangs) {
    const release = loop.hold();
    stop = () => {
      stopListening();
      release();
    };
    return;
  }
  const completion = completions.add(work.latencyMs, () => complete(work, finish), spanId);
  stop = () => {
    stopListening();
    completions.cancel(completion);
  };
}

function complete(work: Work, finish: Finish): void {
  try {
    work.complete(finish);
  } catch (error) {
    finish('rejected', error);
  }
}

/** Something that happens at once, as a span without length. */
export function recordMoment(recorder: Recorder, name: string, args: unknown[], value: unknown): void {
  recorder.endSpan(recorder.startSpan('call', name, args, -1), 'fulfilled', record({ held: value }));
}

/** The first AbortSignal among the arguments, or in the `signal` of one. */
export function findSignal(args: unknown[], aborts: AbortInternals): AbortSignal | undefined {
  for (let index = 0; index < args.length; index += 1) {
    const candidate = args[index];
    if (aborts.isSignal(candidate)) return candidate;
    if (typeof candidate !== 'object' || candidate === null) continue;
    // A controller's own is behind a getter.
    const nested = platformFields(candidate)?.['signal'] ?? ownValue(candidate, 'signal');
    if (aborts.isSignal(nested)) return nested;
  }
  return undefined;
}

/** A simulated function is called by its own name in stacks and when it is printed. */
export function named<F extends object>(name: string, simulated: F): F {
  defineProperty(simulated, 'name', record({ value: name, configurable: true }));
  return simulated;
}

/** @returns what throws in another run than this one: a function that was kept from one test must not answer in the next. */
export function sameRun(): (name: string) => void {
  const run = currentRun();
  return (name) => {
    if (run !== currentRun()) throw new RealTypeError(`"${name}" belongs to another test`);
  };
}
