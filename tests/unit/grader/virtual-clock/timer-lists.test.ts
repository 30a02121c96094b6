import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeTimerLists, type TimerLists, type TimerNode } from '#grader/virtual-clock/timer-lists.ts';

interface Timer extends TimerNode<Timer> {
  name: string;
}

function makeTimer(name: string, durationMs: number): Timer {
  const unlisted = { list: undefined, previous: undefined, next: undefined };
  return { name, durationMs, startMs: 0, dueMs: 0, order: 0, ...unlisted };
}

/** Takes out all that is due at `phaseMs`. */
function takeAll(lists: TimerLists<Timer>, phaseMs: number): string[] {
  const taken: string[] = [];
  for (;;) {
    const timer = lists.takeDue(phaseMs);
    if (timer === undefined) return taken;
    taken.push(timer.name);
  }
}

/** Lets the clock jump from one timer to the next, as the loop does. */
function drain(lists: TimerLists<Timer>): Timer[] {
  const fired: Timer[] = [];
  for (let nextMs = lists.nextMs(); nextMs !== undefined; nextMs = lists.nextMs()) {
    for (let timer = lists.takeDue(nextMs); timer !== undefined; timer = lists.takeDue(nextMs)) {
      expect(timer.dueMs).toBe(nextMs);
      fired.push(timer);
    }
  }
  return fired;
}

const byTimeThenOrder = (a: Timer, b: Timer): number => a.dueMs - b.dueMs || a.order - b.order;
const settings = fc.array(fc.record({ durationMs: fc.integer({ min: 1, max: 9 }), laterMs: fc.nat(3) }), {
  maxLength: 60,
});

function insertAll(lists: TimerLists<Timer>, given: { durationMs: number; laterMs: number }[]): Timer[] {
  let nowMs = 0;
  return given.map(({ durationMs, laterMs }, index) => {
    nowMs += laterMs;
    const timer = makeTimer(String(index), durationMs);
    lists.insert(timer, nowMs);
    return timer;
  });
}

test('without a block, timers come out by time, and in the order of being set where the time is equal', () => {
  fc.assert(
    fc.property(settings, (given) => {
      const lists = makeTimerLists<Timer>();
      const timers = insertAll(lists, given);
      expect(drain(lists)).toEqual(timers.toSorted(byTimeThenOrder));
    }),
  );
});

test('removing any of them leaves the order of the others, and removing twice is nothing', () => {
  fc.assert(
    fc.property(settings, fc.array(fc.nat(59)), fc.boolean(), (given, removals, keepsEmptyLists) => {
      const lists = makeTimerLists<Timer>();
      const timers = insertAll(lists, given);
      const removed = new Set(removals.flatMap((index) => timers[index] ?? []));
      for (const timer of [...removed, ...removed]) lists.remove(timer, keepsEmptyLists);
      const left = timers.filter((timer) => !removed.has(timer));
      expect(drain(lists)).toEqual(left.toSorted(byTimeThenOrder));
    }),
  );
});

describe('after a block', () => {
  test('what is due in one list comes before the next list', () => {
    const lists = makeTimerLists<Timer>();
    lists.insert(makeTimer('10 at 0', 10), 0);
    lists.insert(makeTimer('12 at 0', 12), 0);
    lists.insert(makeTimer('10 at 5', 10), 5);
    expect(takeAll(lists, 50)).toEqual(['10 at 0', '10 at 5', '12 at 0']);
    expect(lists.nextMs()).toBe(undefined);
  });

  test('what has become due since the round began waits for the next', () => {
    const lists = makeTimerLists<Timer>();
    lists.insert(makeTimer('first', 5), 0);
    expect(lists.takeDue(5)?.name).toBe('first');
    lists.insert(makeTimer('second', 5), 5);
    lists.settle(5);
    expect(takeAll(lists, 5)).toEqual([]);
    expect(takeAll(lists, 10)).toEqual(['second']);
  });
});

test('a timer that is set again takes its place behind the others', () => {
  const lists = makeTimerLists<Timer>();
  const [first, second] = [makeTimer('first', 5), makeTimer('second', 5)];
  lists.insert(first, 0);
  lists.insert(second, 0);
  lists.insert(first, 0);
  expect(takeAll(lists, 5)).toEqual(['second', 'first']);
});

test('nothing is left after clear', () => {
  const lists = makeTimerLists<Timer>();
  lists.insert(makeTimer('timer', 5), 0);
  lists.clear();
  const seen: string[] = [];
  lists.forEach(({ name }) => seen.push(name));
  expect(seen).toEqual([]);
  expect(takeAll(lists, 100)).toEqual([]);
});
