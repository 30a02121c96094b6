import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeEventLoop, type EventLoop, type TimerKind } from '#grader/virtual-clock/event-loop.ts';
import { Step } from '#grader/virtual-clock/progress.ts';

const limits = { virtualTimeLimitMs: 10_000, firingLimit: 500, liveTimerLimit: 100 };

function makeLoop(overrides: Partial<typeof limits> = {}): EventLoop & { uncaught: unknown[] } {
  const uncaught: unknown[] = [];
  const loop = makeEventLoop(
    { ...limits, ...overrides },
    { onTaskStart() {}, onUncaught: (error) => uncaught.push(error) },
  );
  return Object.assign(loop, { uncaught });
}

function set(loop: EventLoop, kind: TimerKind, delayMs: number, callback: () => void) {
  return loop.schedule(kind, delayMs, callback, [], -1);
}

function runAll(loop: EventLoop): number {
  for (;;) {
    const result = loop.step();
    if (result !== Step.Ran) return result;
  }
}

describe('properties', () => {
  const delays = fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 40 });

  test('every timer fires once, exactly when it is due, and the clock never goes back', () => {
    fc.assert(
      fc.property(delays, (delaysMs) => {
        const loop = makeLoop();
        const fired: { delayMs: number; index: number; atMs: number }[] = [];
        delaysMs.forEach((delayMs, index) =>
          set(loop, 'timer', delayMs, () => fired.push({ delayMs, index, atMs: loop.nowMs() })),
        );
        expect(runAll(loop)).toBe(Step.Idle);
        expect(fired.map(({ atMs }) => atMs)).toEqual(fired.map(({ delayMs }) => delayMs));
        expect(fired).toEqual(fired.toSorted((a, b) => a.atMs - b.atMs || a.index - b.index));
        expect(fired).toHaveLength(delaysMs.length);
      }),
    );
  });

  test('a cancelled timer never fires, whoever cancels it and when', () => {
    fc.assert(
      fc.property(delays, fc.array(fc.tuple(fc.nat(39), fc.nat(39))), (delaysMs, cancellations) => {
        const loop = makeLoop();
        const cancelled = new Set<number>();
        const tasks = delaysMs.map((delayMs, index) =>
          set(loop, 'timer', delayMs, () => {
            expect(cancelled).not.toContain(index);
            for (const [by, target] of cancellations) {
              const task = tasks[target];
              if (by === index && task !== undefined && loop.cancel(task)) cancelled.add(target);
            }
          }),
        );
        expect(runAll(loop)).toBe(Step.Idle);
      }),
    );
  });
});

test('an interval goes on until it is cancelled, also from its own callback', () => {
  const loop = makeLoop();
  const firedAtMs: number[] = [];
  const interval = set(loop, 'interval', 10, () => {
    firedAtMs.push(loop.nowMs());
    if (firedAtMs.length === 3) loop.cancel(interval);
  });
  expect(runAll(loop)).toBe(Step.Idle);
  expect(firedAtMs).toEqual([10, 20, 30]);
});

test('an immediate that is set in an immediate waits for the next round, after due timers', () => {
  const loop = makeLoop();
  const order: string[] = [];
  set(loop, 'immediate', 0, () => {
    order.push('first');
    set(loop, 'immediate', 0, () => order.push('second'));
    loop.work(5);
  });
  set(loop, 'timer', 5, () => order.push('timer'));
  runAll(loop);
  expect(order).toEqual(['first', 'timer', 'second']);
});

test('ticks run after the macrotask that queued them, before the next one', () => {
  const loop = makeLoop();
  const order: string[] = [];
  set(loop, 'timer', 1, () => {
    loop.enqueueTick(() => order.push('tick'), []);
    order.push('one');
  });
  set(loop, 'timer', 1, () => order.push('two'));
  runAll(loop);
  expect(order).toEqual(['one', 'tick', 'two']);
});

test('a timer that does not keep the loop alive is not waited for', () => {
  const loop = makeLoop();
  let hasFired = false;
  const task = set(loop, 'timer', 5, () => {
    hasFired = true;
  });
  loop.setKeepsAlive(task, false);
  expect(runAll(loop)).toBe(Step.Idle);
  expect(hasFired).toBe(false);
  loop.setKeepsAlive(task, true);
  expect(runAll(loop)).toBe(Step.Idle);
  expect(hasFired).toBe(true);
});

test('an error in a callback is told and stops nothing else', () => {
  const loop = makeLoop();
  const order: string[] = [];
  set(loop, 'timer', 1, () => {
    throw new Error('one');
  });
  set(loop, 'timer', 2, () => order.push('two'));
  runAll(loop);
  expect(loop.uncaught).toMatchObject([{ message: 'one' }]);
  expect(order).toEqual(['two']);
});

describe('limits', () => {
  test('an interval that never ends reaches the limit of firings', () => {
    const loop = makeLoop({ firingLimit: 20 });
    set(loop, 'interval', 1, () => {});
    expect(runAll(loop)).toBe(Step.TimerLimit);
    expect(loop.nowMs()).toBe(20);
  });

  test('timers that breed reach the limit of live ones', () => {
    const loop = makeLoop({ liveTimerLimit: 10 });
    for (let index = 0; index <= 10; index += 1) set(loop, 'timer', 1, () => {});
    expect(loop.step()).toBe(Step.TimerLimit);
  });

  test('a timer beyond the virtual time is not reached, nor is work beyond it', () => {
    const loop = makeLoop();
    set(loop, 'timer', limits.virtualTimeLimitMs + 1, () => {});
    expect(runAll(loop)).toBe(Step.VirtualTimeLimit);
    expect(loop.isOverVirtualTime()).toBe(false);
    loop.work(1e300);
    expect(loop.isOverVirtualTime()).toBe(true);
    expect(loop.nowMs()).toBe(limits.virtualTimeLimitMs);
  });
});
