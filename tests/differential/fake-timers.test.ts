// Our event loop against `@sinonjs/fake-timers`, the clock alone: random schedules of setting, clearing and ticking fire in
// the same order at the same times. Left out is where fake-timers is not as Node: immediates that a timer sets (theirs wait a
// millisecond), an interval that an interval of the same length sets (theirs comes second), and `refresh` (it takes the timer
// out of their heap by its new time, which leaves the heap out of order). All three are held against Node itself.
import { createClock } from '@sinonjs/fake-timers';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeEventLoop, type Task } from '#grader/virtual-clock/event-loop.ts';
import { Step } from '#grader/virtual-clock/progress.ts';

type Operation =
  | { kind: 'timer'; delayMs: number; body: Operation[] }
  | { kind: 'interval'; delayMs: number; times: number; body: Operation[] }
  | { kind: 'clear'; target: number };
type Command = Operation | { kind: 'immediate' } | { kind: 'tick'; ms: number };

type Clock = {
  nowMs(): number;
  set(kind: 'timer' | 'interval' | 'immediate', delayMs: number, callback: () => void): Handle;
  tick(ms: number): void;
};
/** Clears what was set. */
type Handle = () => void;

const RUNS = 2000;
const SEED = 1;
const INTERVALS_MS = [7, 13, 29];
const delayMs = fc.integer({ min: 1, max: 60 }).filter((ms) => !INTERVALS_MS.includes(ms));

const { operation } = fc.letrec<{ operation: Operation; body: Operation[] }>((tie) => ({
  body: fc.array(tie('operation'), { maxLength: 3, depthIdentifier: 'nesting' }),
  operation: fc.oneof(
    { depthSize: 'medium', maxDepth: 4, depthIdentifier: 'nesting' },
    fc.record({ kind: fc.constant('clear'), target: fc.nat(11) }),
    fc.record({ kind: fc.constant('timer'), delayMs, body: tie('body') }),
    fc.record({
      kind: fc.constant('interval'),
      delayMs: fc.constantFrom(...INTERVALS_MS),
      times: fc.integer({ min: 1, max: 4 }),
      body: tie('body').map((body) => body.filter(({ kind }) => kind !== 'interval')),
    }),
  ),
}));

const commands = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: operation },
    { weight: 1, arbitrary: fc.constant<Command>({ kind: 'immediate' }) },
    { weight: 2, arbitrary: fc.integer({ min: 0, max: 80 }).map<Command>((ms) => ({ kind: 'tick', ms })) },
  ),
  { maxLength: 14, size: 'max' },
);

function makeOurs(): Clock {
  const loop = makeEventLoop(
    { virtualTimeLimitMs: 1e9, firingLimit: 1e6, liveTimerLimit: 1e6 },
    {
      onTaskStart() {},
      onUncaught(error) {
        throw error;
      },
    },
  );
  const hasTaskUntil = (untilMs: number): boolean => {
    let isFound = false;
    loop.forEachWaiting(({ dueMs }: Task) => (isFound ||= dueMs <= untilMs));
    return isFound;
  };
  return {
    nowMs: () => loop.nowMs(),
    set(kind, ms, callback) {
      const task = loop.schedule(kind, ms, callback, [], -1);
      return () => void loop.cancel(task);
    },
    tick(ms) {
      const untilMs = loop.nowMs() + ms;
      while (hasTaskUntil(untilMs)) expect(loop.step()).toBe(Step.Ran);
      loop.work(untilMs - loop.nowMs());
    },
  };
}

function makeTheirs(): Clock {
  const clock = createClock(0, 100_000);
  const setters = { timer: clock.setTimeout, interval: clock.setInterval };
  return {
    nowMs: () => clock.now,
    set(kind, ms, callback) {
      if (kind === 'immediate') {
        const immediate = clock.setImmediate(callback);
        return () => clock.clearImmediate(immediate);
      }
      const timer = setters[kind](callback, ms);
      return () => clock.clearTimeout(timer);
    },
    tick: (ms) => void clock.tick(ms),
  };
}

/** @returns what fired, in order: the number of its setting and the time. */
function play(clock: Clock, schedule: Command[]): string[] {
  const fired: string[] = [];
  const handles: Handle[] = [];
  const set = (setting: Exclude<Command, { target: number } | { kind: 'tick' }>): void => {
    const number = handles.length;
    let firings = 0;
    const callback = (): void => {
      fired.push(`${setting.kind} ${number} @${clock.nowMs()}`);
      firings += 1;
      if (setting.kind === 'interval' && firings >= setting.times) handles[number]?.();
      if (setting.kind !== 'immediate') setting.body.forEach(perform);
    };
    const ms = setting.kind === 'immediate' ? 0 : setting.delayMs;
    handles.push(clock.set(setting.kind, ms, callback));
  };
  const perform = (command: Command): void => {
    switch (command.kind) {
      case 'clear':
        handles[command.target]?.();
        return;
      case 'tick':
        clock.tick(command.ms);
        return;
      default:
        set(command);
    }
  };
  schedule.forEach(perform);
  clock.tick(10_000);
  return fired;
}

test(`${RUNS} random schedules fire as with fake-timers`, () => {
  let firings = 0;
  const property = fc.property(commands, (schedule) => {
    const expected = play(makeTheirs(), schedule);
    firings += expected.length;
    expect(play(makeOurs(), schedule)).toEqual(expected);
  });
  fc.assert(property, { numRuns: RUNS, seed: SEED });
  expect(firings).toBeGreaterThan(RUNS);
});
