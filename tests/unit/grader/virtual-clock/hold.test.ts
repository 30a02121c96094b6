import { expect, test } from 'vitest';
import { makeEventLoop } from '#grader/virtual-clock/event-loop.ts';
import { Step } from '#grader/virtual-clock/progress.ts';

function makeLoop() {
  const limits = { virtualTimeLimitMs: 1000, firingLimit: 100, liveTimerLimit: 100 };
  return makeEventLoop(limits, { onTaskStart() {}, onUncaught() {} });
}

test('a loop that is held runs timers that were unref’d, and none once it is let go', () => {
  const loop = makeLoop();
  const fired: number[] = [];
  for (const ms of [10, 20]) {
    loop.setKeepsAlive(
      loop.schedule('timer', ms, () => fired.push(ms), [], -1),
      false,
    );
  }
  expect(loop.step()).toBe(Step.Idle);
  const release = loop.hold();
  expect(loop.step()).toBe(Step.Ran);
  release();
  expect(loop.step()).toBe(Step.Idle);
  expect(fired).toEqual([10]);
});

test('a loop that is held and has nothing to run is idle', () => {
  const loop = makeLoop();
  loop.hold();
  expect(loop.step()).toBe(Step.Idle);
});
