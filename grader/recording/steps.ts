// What holds at a step of a run: a pure function of the trace, so that stepping back is as easy as stepping forward.
import type { Microtask, SourcePosition, Step, StepTrace } from './types.ts';

/** An activation of a function; `at` is where it stands, as far as the trace tells. */
export type StackFrame = { frame: number; name: string; at?: SourcePosition };
/** A microtask that waits to run; `index` is its place in `trace.microtasks`, and stays its name from pane to pane. */
export type QueuedMicrotask = Microtask & { index: number };
/** A timer, or a simulated call in flight. `dueMs` is absent where it never comes. */
export type WaitingTask = { task: number; text: string; dueMs?: number; at?: SourcePosition };
export type ConsoleLine = { text: string; level: string };

export type LoopState = {
  virtualMs: number;
  /** Where the code stands; absent between tasks. */
  at?: SourcePosition;
  /** Innermost last. */
  stack: StackFrame[];
  /** First to run first. */
  microtasks: QueuedMicrotask[];
  /** In order of due time, then of being set. */
  tasks: WaitingTask[];
  console: ConsoleLine[];
};

/** @param index Of a step of the trace, from 0; the state is the one after that step. */
export function stateAt(trace: StepTrace, index: number): LoopState {
  const replay = {
    stack: [] as StackFrame[],
    names: new Map<number, string>(),
    periods: new Map<number, number>(),
  };
  const tasks = new Map<number, WaitingTask>();
  const console: ConsoleLine[] = [];
  for (const step of trace.steps.slice(0, index + 1)) {
    replayStack(replay, step);
    replayTasks(tasks, replay.periods, step);
    if (step.kind === 'console') console.push({ text: step.text ?? '', level: step.level ?? 'log' });
  }
  const at = replay.stack.at(-1)?.at;
  return {
    virtualMs: trace.steps[index]?.virtualMs ?? 0,
    ...(at === undefined ? {} : { at }),
    stack: replay.stack,
    microtasks: queueAt(trace, index),
    tasks: [...tasks.values()].toSorted(
      (a, b) => (a.dueMs ?? Infinity) - (b.dueMs ?? Infinity) || a.task - b.task,
    ),
    console,
  };
}

/** Whether a task or microtask starts with this step: whatever ran before has returned. */
export function startsOnEmptyStack({
  kind,
  microtask,
}: {
  kind: Step['kind'];
  microtask?: number | undefined;
}): boolean {
  return kind === 'run-task' || kind === 'run-microtask' || (kind === 'resume' && microtask !== undefined);
}

type Replay = { stack: StackFrame[]; names: Map<number, string> };

function replayStack(replay: Replay, step: Step): void {
  const { kind, frame = -1, at } = step;
  const isFresh = startsOnEmptyStack(step);
  if (isFresh) replay.stack = [];
  if (kind === 'call') replay.names.set(frame, step.name ?? '');
  const below = replay.stack.findIndex((each) => each.frame === frame);
  if (below !== -1) replay.stack = replay.stack.slice(0, below);
  if (kind === 'call' || kind === 'resume') {
    replay.stack = [
      ...replay.stack,
      { frame, name: replay.names.get(frame) ?? '', ...(at === undefined ? {} : { at }) },
    ];
  } else if (kind !== 'return' && kind !== 'suspend' && kind !== 'yield' && !isFresh) {
    const top = replay.stack.at(-1);
    if (top !== undefined && at !== undefined) replay.stack = [...replay.stack.slice(0, -1), { ...top, at }];
  }
}

function replayTasks(tasks: Map<number, WaitingTask>, periods: Map<number, number>, step: Step): void {
  const { kind, task, text = '', dueMs, at, virtualMs } = step;
  if (task === undefined) return;
  if (kind === 'queue-task') {
    tasks.set(task, {
      task,
      text,
      ...(dueMs === undefined ? {} : { dueMs }),
      ...(at === undefined ? {} : { at }),
    });
    if (text === 'setInterval' && dueMs !== undefined) periods.set(task, dueMs - virtualMs);
  } else if (kind === 'run-task') {
    const period = periods.get(task);
    const known = tasks.get(task);
    if (period === undefined || known === undefined) tasks.delete(task);
    else tasks.set(task, { ...known, dueMs: virtualMs + period });
  } else if (kind === 'cancel-task') {
    tasks.delete(task);
  }
}

/** What waits is what was queued and has not run, in the order in which the engine ran it. */
function queueAt({ microtasks }: StepTrace, index: number): QueuedMicrotask[] {
  return microtasks
    .map((microtask, place) => ({ ...microtask, index: place }))
    .filter(
      ({ queuedAt, ranAt }) => queuedAt !== null && queuedAt <= index && (ranAt === null || ranAt > index),
    )
    .toSorted(
      (a, b) => (a.ranAt ?? Infinity) - (b.ranAt ?? Infinity) || (a.queuedAt ?? 0) - (b.queuedAt ?? 0),
    );
}
