// The event loop that student code lives in. The host runs one macrotask per `step()`; V8 drains the microtasks when the
// call returns, in its own order. Node's order of phases for an ES module is the truth: due timers, then immediates, then
// the clock jumps to the next timer.
// https://nodejs.org/en/learn/asynchronous-work/event-loop-timers-and-nexttick
import { Step, type StepResult } from './progress.ts';
import { apply, list, append, setPrototypeOf, type List } from './primordials.ts';
import { onRestart } from './restart.ts';
import { makeTimerLists, type TimerNode } from './timer-lists.ts';

export type TimerKind = 'timer' | 'interval' | 'immediate';

export interface Task extends TimerNode<Task> {
  kind: TimerKind;
  callback: (...args: unknown[]) => unknown;
  /** `this` of the callback: the handle that the student was given, never the task itself. */
  self: unknown;
  args: unknown[];
  /** False after `unref()`: the loop does not wait for it. */
  keepsAlive: boolean;
  state: 'waiting' | 'running' | 'fired' | 'cancelled';
  /** The recorder's mark for this task, if it is part of the student's timeline. */
  spanId: number;
}

export type ClockLimits = { virtualTimeLimitMs: number; firingLimit: number; liveTimerLimit: number };

export type Observer = {
  /** A task is about to run; `task.spanId` says which span it ends. */
  onTaskStart(task: Task): void;
  onUncaught(error: unknown): void;
};

export type EventLoop = {
  /** Virtual ms since the isolate's context was made. */
  nowMs(): number;
  /** Spends virtual CPU time: the clock moves, nothing else runs. It stops at the limit of virtual time. */
  work(ms: number): void;
  /** An uncaught error has ended the program: what still runs of it does not move the clock. */
  stop(): void;
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
  /** Starts a timer's delay anew, also after it has fired. A cancelled one stays cancelled. */
  refresh(task: Task): void;
  /** `ref()` and `unref()`: whether the loop waits for a task. */
  setKeepsAlive(task: Task, keepsAlive: boolean): void;
  /**
   * Something that is no timer keeps the program running, as an open connection does: timers that were unref'd still fire.
   * @returns what lets go of it again.
   */
  hold(): () => void;
  enqueueTick(callback: Task['callback'], args: unknown[]): void;
  /** Runs the queue of ticks. @returns false when it was empty. */
  runTicks(): boolean;
  step(): StepResult;
  /** While the clock is held, `step` runs ticks alone: immediates and timers wait for `fireNext`. */
  holdClock(isHeld: boolean): void;
  /**
   * Runs what is due first at once, within the caller's own macrotask, if it is due by `untilMs`.
   *
   * @returns false when nothing is due by then, or a limit of the clock is reached, which the next `step` tells.
   * @throws what the callback throws.
   */
  fireNext(untilMs: number): boolean;
  forEachWaiting(visit: (task: Task) => void): void;
};

/** Made in great numbers: a class is cheaper than `record`, and with its prototype cut off as safe. */
class NewTask implements Task {
  durationMs: number;
  startMs: number;
  dueMs: number;
  order = 0;
  list: Task['list'] = undefined;
  previous: Task | undefined = undefined;
  next: Task | undefined = undefined;
  kind: TimerKind;
  callback: Task['callback'];
  self: unknown = undefined;
  args: unknown[];
  keepsAlive = true;
  state: Task['state'] = 'waiting';
  spanId: number;
  constructor(
    kind: TimerKind,
    delayMs: number,
    startMs: number,
    callback: Task['callback'],
    args: unknown[],
    spanId: number,
  ) {
    this.durationMs = delayMs;
    this.startMs = startMs;
    this.dueMs = startMs + delayMs;
    this.kind = kind;
    this.callback = callback;
    this.args = args;
    this.spanId = spanId;
  }
}
setPrototypeOf(NewTask.prototype, null);

class Tick {
  callback: Task['callback'];
  args: unknown[];
  constructor(callback: Task['callback'], args: unknown[]) {
    this.callback = callback;
    this.args = args;
  }
}
setPrototypeOf(Tick.prototype, null);

export function makeEventLoop(limits: ClockLimits, observer: Observer): EventLoop {
  const timers = makeTimerLists<Task>();
  let now = 0;
  /** The moment at which the present round of timers began: what has become due since waits for the next round. */
  let phaseMs = 0;
  let isInCheckPhase = true;
  let firings = 0;
  let live = 0;
  let keepingAlive = 0;
  let keepingAwake = 0;
  let isOverTimerLimit = false;
  let isOverVirtualTime = false;
  let isStopped = false;
  let isHeld = false;
  let ticks: List<Tick> = list();
  let tickIndex = 0;
  let immediates: List<Task> = list();
  let running: List<Task> = list();
  let runningIndex = 0;

  onRestart(() => {
    // Whoever still holds a handle to one of them clears nothing of the next run.
    forEachWaiting((task) => {
      task.state = 'cancelled';
    });
    timers.clear();
    now = phaseMs = firings = live = keepingAlive = keepingAwake = tickIndex = runningIndex = 0;
    isInCheckPhase = true;
    isOverTimerLimit = isOverVirtualTime = isStopped = isHeld = false;
    ticks = list();
    immediates = list();
    running = list();
  });

  /** Calls a task or tick. @returns false when it threw: what is left of the queue waits until the error is dealt with. */
  function attempt(callback: Task['callback'], self: unknown, args: unknown[]): boolean {
    try {
      apply(callback, self, args);
      return true;
    } catch (error) {
      observer.onUncaught(error);
      return false;
    }
  }

  function runTicks(): boolean {
    if (ticks.length === 0) return false;
    while (tickIndex < ticks.length) {
      const tick = ticks[tickIndex] as Tick;
      tickIndex += 1;
      if (!attempt(tick.callback, undefined, tick.args)) return true;
    }
    ticks = list();
    tickIndex = 0;
    return true;
  }

  /** Counts a task among those that wait (`by` 1), or no longer (`by` -1). */
  function count(task: Task, by: 1 | -1): void {
    live += by;
    if (live > limits.liveTimerLimit) isOverTimerLimit = true;
    if (task.keepsAlive) countAlive(task, by);
  }

  function countAlive(task: Task, by: 1 | -1): void {
    keepingAlive += by;
    if (task.kind === 'immediate') keepingAwake += by;
  }

  function wait(task: Task, startMs: number): void {
    if (task.state !== 'waiting') count(task, 1);
    task.state = 'waiting';
    timers.insert(task, startMs);
  }

  /** @returns the moment at which the task began. */
  function begin(task: Task): number {
    firings += 1;
    count(task, -1);
    task.state = 'running';
    observer.onTaskStart(task);
    return now;
  }

  function end(task: Task, startMs: number): void {
    // Its own callback may have cancelled or refreshed it. Node counts an interval from before the callback.
    if (task.state !== 'cancelled' && task.kind === 'interval') wait(task, startMs);
    else if (task.state === 'running') task.state = 'fired';
  }

  function run(task: Task): StepResult {
    const startMs = begin(task);
    const hasReturned = attempt(task.callback, task.self, task.args);
    end(task, startMs);
    if (!isInCheckPhase) timers.settle(phaseMs);
    // Node runs process.nextTick callbacks before the promise jobs of the same macrotask.
    if (hasReturned) runTicks();
    return Step.Ran;
  }

  function nextImmediate(): Task | undefined {
    while (runningIndex < running.length) {
      const task = running[runningIndex] as Task;
      runningIndex += 1;
      if (task.state === 'waiting') return task;
    }
    return undefined;
  }

  /** Of all that waits, what is due first; of two that are due together, the one that was set first. */
  function earliest(): Task | undefined {
    let found: Task | undefined;
    forEachWaiting((task) => {
      if (found === undefined || task.dueMs < found.dueMs) found = task;
      else if (task.dueMs === found.dueMs && task.order < found.order) found = task;
    });
    return found;
  }

  /** Immediates queued from now on wait for the next round. */
  function startCheckPhase(): void {
    isInCheckPhase = true;
    if (immediates.length === 0) return;
    running = immediates;
    runningIndex = 0;
    immediates = list();
  }

  function startTimerPhase(): void {
    isInCheckPhase = false;
    phaseMs = now;
  }

  /** Between two rounds: with no immediate to run, the clock jumps to the next timer. */
  function jump(): StepResult {
    // What only holds the loop brings no task of its own.
    if (keepingAlive === 0 || live === 0) return Step.Idle;
    const nextMs = keepingAwake > 0 ? now : (timers.nextMs() ?? now);
    if (nextMs > limits.virtualTimeLimitMs) return Step.VirtualTimeLimit;
    if (nextMs > now) now = nextMs;
    return Step.Ran;
  }

  return {
    nowMs: () => now,
    work(ms) {
      if (isStopped) return;
      now += ms;
      if (now <= limits.virtualTimeLimitMs) return;
      now = limits.virtualTimeLimitMs;
      isOverVirtualTime = true;
    },
    stop() {
      isStopped = true;
    },
    isOverVirtualTime: () => isOverVirtualTime,
    schedule(kind, delayMs, callback, args, spanId) {
      const task = new NewTask(kind, delayMs, now, callback, args, spanId);
      count(task, 1);
      if (kind === 'immediate') append(immediates, task);
      else timers.insert(task, now);
      return task;
    },
    cancel(task) {
      const wasWaiting = task.state === 'waiting';
      if (wasWaiting) {
        count(task, -1);
        timers.remove(task, !task.keepsAlive);
      }
      task.state = 'cancelled';
      return wasWaiting;
    },
    refresh(task) {
      if (task.state !== 'cancelled') wait(task, now);
    },
    setKeepsAlive(task, keepsAlive) {
      if (task.keepsAlive === keepsAlive) return;
      task.keepsAlive = keepsAlive;
      if (task.state === 'waiting') countAlive(task, keepsAlive ? 1 : -1);
    },
    hold() {
      keepingAlive += 1;
      return () => {
        keepingAlive -= 1;
      };
    },
    enqueueTick(callback, args) {
      append(ticks, new Tick(callback, args));
    },
    runTicks,
    step() {
      if (isOverTimerLimit || firings >= limits.firingLimit) return Step.TimerLimit;
      if (runTicks()) return Step.Ran;
      if (isHeld) return Step.Idle;
      for (;;) {
        const task = isInCheckPhase ? nextImmediate() : timers.takeDue(phaseMs);
        if (task !== undefined) return run(task);
        if (isInCheckPhase) {
          startTimerPhase();
          continue;
        }
        const jumped = jump();
        if (jumped !== Step.Ran) return jumped;
        startCheckPhase();
      }
    },
    holdClock(held) {
      isHeld = held;
    },
    fireNext(untilMs) {
      if (isOverTimerLimit || firings >= limits.firingLimit) return false;
      const task = earliest();
      if (task === undefined || task.dueMs > untilMs) return false;
      isOverVirtualTime ||= task.dueMs > limits.virtualTimeLimitMs;
      if (isOverVirtualTime) return false;
      if (task.dueMs > now) now = task.dueMs;
      timers.remove(task, false);
      const startMs = begin(task);
      try {
        apply(task.callback, task.self, task.args);
      } finally {
        end(task, startMs);
      }
      return true;
    },
    forEachWaiting,
  };

  function forEachWaiting(visit: (task: Task) => void): void {
    timers.forEach(visit);
    for (let index = runningIndex; index < running.length; index += 1)
      visitWaiting(running[index] as Task, visit);
    for (let index = 0; index < immediates.length; index += 1) visitWaiting(immediates[index] as Task, visit);
  }
}

function visitWaiting(task: Task, visit: (task: Task) => void): void {
  if (task.state === 'waiting') visit(task);
}
