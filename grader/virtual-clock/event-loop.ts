// The event loop that student code lives in. The host runs one macrotask per `step()`; V8 drains the microtasks when the
// call returns, in its own order. Node's order of phases for an ES module is the truth:
// https://nodejs.org/en/learn/asynchronous-work/event-loop-timers-and-nexttick
import { apply, list, append, record, type List } from './primordials.ts';
import { onRestart } from './restart.ts';
import { makeTimerHeap, type HeapEntry } from './timer-heap.ts';

export type TimerKind = 'timer' | 'interval' | 'immediate';

export type Task = HeapEntry & {
  kind: TimerKind;
  callback: (...args: unknown[]) => unknown;
  /** `this` of the callback: the handle that the student was given, never the task itself. */
  self: unknown;
  args: unknown[];
  /** Delay after which an interval fires again, in virtual ms. */
  repeatMs: number;
  /** False after `unref()`: the loop does not wait for it. */
  keepsAlive: boolean;
  state: 'waiting' | 'running' | 'fired' | 'cancelled';
  /** The recorder's mark for this task, if it is part of the student's timeline. */
  spanId: number;
};

/** What `step()` did: nothing was left, one macrotask (or the tick queue) ran, or a limit of the clock was reached. */
export const Step = { Idle: 0, Ran: 1, TimerLimit: 2, VirtualTimeLimit: 3 } as const;
export type StepResult = (typeof Step)[keyof typeof Step];

export type ClockLimits = { virtualTimeLimitMs: number; firingLimit: number; liveTimerLimit: number };

export type Observer = {
  /** A task is about to run; `task.spanId` says which span it ends. */
  onTaskStart(task: Task): void;
  onTaskEnd(task: Task): void;
  onUncaught(error: unknown): void;
};

export type EventLoop = {
  /** Virtual ms since the isolate's context was made. */
  nowMs(): number;
  /** Spends virtual CPU time: the clock moves, nothing else runs. It stops at the limit of virtual time. */
  work(ms: number): void;
  /** Whether `work` has used up the virtual time. */
  isOverVirtualTime(): boolean;
  schedule(
    kind: TimerKind,
    delayMs: number,
    callback: Task['callback'],
    args: unknown[],
    spanId: number,
  ): Task;
  cancel(task: Task): boolean;
  /** `ref()` and `unref()`: whether the loop waits for a task. */
  setKeepsAlive(task: Task, keepsAlive: boolean): void;
  enqueueTick(callback: Task['callback'], args: unknown[]): void;
  step(): StepResult;
  forEachWaiting(visit: (task: Task) => void): void;
};

type Tick = { callback: Task['callback']; args: unknown[] };

export function makeEventLoop(limits: ClockLimits, observer: Observer): EventLoop {
  const heap = makeTimerHeap<Task>();
  let now = 0;
  let order = 0;
  let firings = 0;
  let keepingAlive = 0;
  let isOverTimerLimit = false;
  let isOverVirtualTime = false;
  let ticks: List<Tick> = list();
  let immediates: List<Task> = list();
  let running: List<Task> = list();
  let runningIndex = 0;

  onRestart(() => {
    // Whoever still holds a handle to one of them clears nothing of the next run.
    forEachWaiting((task) => {
      task.state = 'cancelled';
    });
    heap.clear();
    now = order = firings = keepingAlive = runningIndex = 0;
    isOverTimerLimit = isOverVirtualTime = false;
    ticks = list();
    immediates = list();
    running = list();
  });

  function runTicks(): void {
    for (let index = 0; index < ticks.length; index += 1) {
      const tick = ticks[index] as Tick;
      try {
        apply(tick.callback, undefined, tick.args);
      } catch (error) {
        observer.onUncaught(error);
      }
    }
    ticks = list();
  }

  function run(task: Task): void {
    firings += 1;
    task.state = 'running';
    observer.onTaskStart(task);
    try {
      apply(task.callback, task.self, task.args);
    } catch (error) {
      observer.onUncaught(error);
    }
    observer.onTaskEnd(task);
    // An interval may have been cancelled by its own callback, whence the second look at its state.
    if ((task.state as Task['state']) === 'running') {
      task.state = 'fired';
      if (task.kind === 'interval') reschedule(task, task.repeatMs);
    }
    // Node runs process.nextTick callbacks before the promise jobs of the same macrotask.
    if (ticks.length > 0) runTicks();
  }

  function reschedule(task: Task, delayMs: number): void {
    task.dueMs = now + delayMs;
    task.order = order += 1;
    task.state = 'waiting';
    heap.insert(task);
    if (task.keepsAlive) keepingAlive += 1;
  }

  function takeFromHeap(task: Task): void {
    heap.remove(task);
    if (task.keepsAlive) keepingAlive -= 1;
  }

  function nextImmediate(): Task | undefined {
    while (runningIndex < running.length) {
      const task = running[runningIndex] as Task;
      runningIndex += 1;
      if (task.state === 'waiting') return task;
    }
    return undefined;
  }

  /** Starts the check phase: immediates queued from now on wait for the next round. */
  function startCheckPhase(): void {
    running = immediates;
    runningIndex = 0;
    immediates = list();
  }

  function stepTimer(task: Task): StepResult {
    if (task.dueMs > limits.virtualTimeLimitMs) return Step.VirtualTimeLimit;
    if (task.dueMs > now) now = task.dueMs;
    takeFromHeap(task);
    run(task);
    return Step.Ran;
  }

  function stepImmediate(task: Task): StepResult {
    if (task.keepsAlive) keepingAlive -= 1;
    run(task);
    return Step.Ran;
  }

  return {
    nowMs: () => now,
    work(ms) {
      now += ms;
      if (now <= limits.virtualTimeLimitMs) return;
      now = limits.virtualTimeLimitMs;
      isOverVirtualTime = true;
    },
    isOverVirtualTime: () => isOverVirtualTime,
    schedule(kind, delayMs, callback, args, spanId) {
      const task: Task = record({
        kind,
        callback,
        self: undefined,
        args,
        dueMs: now + delayMs,
        order: (order += 1),
        heapIndex: -1,
        repeatMs: delayMs,
        keepsAlive: true,
        state: 'waiting',
        spanId,
      });
      keepingAlive += 1;
      if (kind === 'immediate') append(immediates, task);
      else heap.insert(task);
      if (heap.size + immediates.length > limits.liveTimerLimit) isOverTimerLimit = true;
      return task;
    },
    cancel(task) {
      const wasWaiting = task.state === 'waiting';
      if (wasWaiting && task.kind !== 'immediate') takeFromHeap(task);
      else if (wasWaiting && task.keepsAlive) keepingAlive -= 1;
      if (wasWaiting || task.state === 'running') task.state = 'cancelled';
      return wasWaiting;
    },
    setKeepsAlive(task, keepsAlive) {
      if (task.keepsAlive !== keepsAlive && task.state === 'waiting') keepingAlive += keepsAlive ? 1 : -1;
      task.keepsAlive = keepsAlive;
    },
    enqueueTick(callback, args) {
      append(ticks, record({ callback, args }));
    },
    step() {
      if (isOverTimerLimit || firings >= limits.firingLimit) return Step.TimerLimit;
      if (ticks.length > 0) {
        runTicks();
        return Step.Ran;
      }
      const due = nextImmediate();
      if (due !== undefined) return stepImmediate(due);
      const first = heap.peek();
      if (first !== undefined && first.dueMs <= now) return stepTimer(first);
      startCheckPhase();
      const immediate = nextImmediate();
      if (immediate !== undefined) return stepImmediate(immediate);
      return first === undefined || keepingAlive === 0 ? Step.Idle : stepTimer(first);
    },
    forEachWaiting,
  };

  function forEachWaiting(visit: (task: Task) => void): void {
    heap.forEach(visit);
    for (let index = runningIndex; index < running.length; index += 1)
      visitWaiting(running[index] as Task, visit);
    for (let index = 0; index < immediates.length; index += 1) visitWaiting(immediates[index] as Task, visit);
  }
}

function visitWaiting(task: Task, visit: (task: Task) => void): void {
  if (task.state === 'waiting') visit(task);
}
