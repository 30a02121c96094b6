import { expect, test } from 'vitest';
import { makeEventLoop, type EventLoop } from '#grader/virtual-clock/event-loop.ts';
import { Step } from '#grader/virtual-clock/progress.ts';

const limits = { virtualTimeLimitMs: 10_000, firingLimit: 5, liveTimerLimit: 100 };

function heldLoop(): { loop: EventLoop; uncaught: unknown[] } {
  const uncaught: unknown[] = [];
  const observer = { onTaskStart() {}, onUncaught: (error: unknown) => uncaught.push(error) };
  const loop = makeEventLoop(limits, observer);
  loop.holdClock(true);
  return { loop, uncaught };
}

test('a held clock stands still: nothing runs but ticks', () => {
  const { loop } = heldLoop();
  const ran: string[] = [];
  loop.schedule('timer', 1, () => ran.push('timer'), [], -1);
  loop.schedule('immediate', 0, () => ran.push('immediate'), [], -1);
  loop.enqueueTick(() => ran.push('tick'), []);
  expect([loop.step(), loop.step(), loop.step()]).toEqual([Step.Ran, Step.Idle, Step.Idle]);
  expect(ran).toEqual(['tick']);
  loop.holdClock(false);
  while (loop.step() === Step.Ran);
  expect(ran).toEqual(['tick', 'immediate', 'timer']);
});

test('what is due fires on demand, immediates first, the clock moving with each', () => {
  const { loop } = heldLoop();
  const ran: [string, number][] = [];
  const note = (name: string) => () => void ran.push([name, loop.nowMs()]);
  loop.schedule('timer', 20, note('late'), [], -1);
  loop.schedule('timer', 10, note('early'), [], -1);
  loop.schedule('immediate', 0, note('immediate'), [], -1);
  while (loop.fireNext(15));
  expect(ran).toEqual([
    ['immediate', 0],
    ['early', 10],
  ]);
  expect(loop.fireNext(20)).toBe(true);
  expect(loop.nowMs()).toBe(20);
});

test('what a callback throws comes out where it was fired, and the timer is over', () => {
  const { loop, uncaught } = heldLoop();
  loop.schedule('timer', 1, () => { throw new Error('inside'); }, [], -1); // prettier-ignore
  expect(() => loop.fireNext(1)).toThrow('inside');
  expect(loop.fireNext(100)).toBe(false);
  expect(uncaught).toEqual([]);
});

test('limits hold: firing on demand stops there, and the next step says which', () => {
  const { loop } = heldLoop();
  loop.schedule('interval', 1, () => {}, [], -1);
  let fired = 0;
  while (loop.fireNext(Infinity)) fired += 1;
  expect([fired, loop.step()]).toEqual([limits.firingLimit, Step.TimerLimit]);
  const other = heldLoop().loop;
  other.schedule('timer', limits.virtualTimeLimitMs + 1, () => {}, [], -1);
  expect([other.fireNext(Infinity), other.isOverVirtualTime()]).toEqual([false, true]);
});
