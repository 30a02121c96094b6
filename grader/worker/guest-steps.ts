// The step trace as the guest wrote it (grader/recorder/steps.ts), with positions and names in place of site numbers.
import { STEP_LIMIT } from '../recorder/step-limit.ts';
import { startsOnEmptyStack } from '../recording/steps.ts';
import { printCall } from '../recording/print.ts';
import type { Program } from './program.ts';
import { placeFrames } from './stack-frames.ts';
import type { Microtask, Span, Step, StepTrace } from '../recording/types.ts';

export type GuestStepTrace = {
  steps: {
    kind: Step['kind'];
    virtualMs: number;
    site: number;
    frame: number;
    microtask: number;
    task: number;
    dueMs: number;
    text?: string;
    level?: string;
  }[];
  microtasks: { kind: Microtask['kind']; site: number; frame: number; queuedAt: number; ranAt: number }[];
  isCut: boolean;
};

type SpanName = Pick<Span, 'kind' | 'name' | 'args'>;

export function toStepTrace(
  { steps, microtasks, isCut }: GuestStepTrace,
  spans: SpanName[],
  program: Program,
): StepTrace {
  return {
    steps: steps.map((step) => toStep(step, spans, program)),
    microtasks: microtasks.map((microtask) => toMicrotask(microtask, steps, program)),
    ...(isCut ? { cut: { limit: STEP_LIMIT } } : {}),
  };
}

function toStep(step: GuestStepTrace['steps'][number], spans: SpanName[], program: Program): Step {
  const { kind, virtualMs, site, frame, microtask, task, dueMs, text, level } = step;
  const at = program.sites[site];
  const span = kind === 'queue-task' ? spans[task] : undefined;
  return {
    kind,
    virtualMs,
    ...(at === undefined ? {} : { at }),
    ...(frame === -1 ? {} : { frame }),
    ...(kind === 'call' ? { name: program.labels[site] ?? '' } : {}),
    ...(microtask === -1 ? {} : { microtask }),
    ...(task === -1 ? {} : { task }),
    ...(dueMs === -1 ? {} : { dueMs }),
    ...(text === undefined
      ? {}
      : { text: span === undefined ? placeFrames(text, program) : printCall(span) }),
    ...(level === undefined || level === '' ? {} : { level }),
  };
}

function toMicrotask(
  raw: GuestStepTrace['microtasks'][number],
  steps: GuestStepTrace['steps'],
  program: Program,
): Microtask {
  const { kind, site, frame, queuedAt, ranAt } = raw;
  const at = program.sites[site];
  return {
    kind,
    name: program.labels[site] ?? '',
    ...(at === undefined ? {} : { at }),
    ...(frame === -1 ? {} : { frame }),
    // An object without `then` is awaited as a value is: no microtask was queued to call it.
    queuedAt: kind === 'thenable' && ranAt === -1 ? null : queuedStep(queuedAt, ranAt, steps),
    ranAt: ranAt === -1 ? null : ranAt,
  };
}

/**
 * What was found queued at the start of a task or microtask was queued by what ran before, during the step before. What was
 * never found queued was so between the last step and its own.
 */
function queuedStep(queuedAt: number, ranAt: number, steps: GuestStepTrace['steps']): number | null {
  const found = queuedAt === -1 || (ranAt !== -1 && queuedAt > ranAt) ? ranAt : queuedAt;
  const step = steps[found];
  if (step === undefined) return found === -1 ? null : found;
  const isStart = startsOnEmptyStack({ ...step, ...(step.microtask === -1 ? { microtask: undefined } : {}) });
  return isStart || found === ranAt ? Math.max(0, found - 1) : found;
}
