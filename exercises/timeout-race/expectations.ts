import type { Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

function refusal(limitMs: number): { name: string; message: string } {
  return { name: 'TimeoutError', message: `Timed out after ${limitMs} ms` };
}

export default {
  'a quick answer passes through and leaves no timer behind': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual({ price: 12 });
    expect(evidence).toTakeExactly(80);
    expect(evidence).toLeaveNothingBehind();
    expect(evidence).toHaveCalledTimes('askPrice', 1);
  },

  'a slow task is given up exactly at the limit': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toRejectWith(refusal(300));
    expect(evidence).toTakeExactly(300);
    expect(evidence).toHaveCalledTimes('askPrice', 1);
  },

  'a task that never ends is given up too': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toRejectWith(refusal(450));
    expect(evidence).toTakeExactly(450);
  },

  "the task's own error passes through": (evidence) => {
    const { expect } = evidence;
    expect(evidence).toRejectWith({ name: 'Error', message: 'Connection lost' });
    expect(evidence).toTakeExactly(60);
  },

  'a task that fails leaves no timer behind, however it fails': (evidence) => {
    const { expect } = evidence;
    const { failsAtMs, rejected, thrown } = evidence.result;
    expect(rejected, 'outcome of a task that rejects').toEqual({ name: 'Error', message: 'Connection lost' });
    expect(thrown, 'outcome of a task that throws').toEqual({
      name: 'RangeError',
      message: 'No such courier',
    });
    expect(evidence).toTakeExactly(failsAtMs);
    expect(evidence).toLeaveNothingBehind();
  },

  'two calls at once do not disturb each other': (evidence) => {
    const { expect } = evidence;
    const { limitMs, price, quick, slow } = evidence.result;
    expect(quick, 'outcome of the quick task').toEqual({ value: { price } });
    expect(slow, 'outcome of the slow task').toEqual(refusal(limitMs));
    expect(evidence).toTakeExactly(limitMs);
  },

  'a failure after the limit disturbs nobody': (evidence) => {
    const { expect } = evidence;
    const { outcome, refusedAtMs } = evidence.result;
    expect(outcome).toEqual(refusal(200));
    expect(refusedAtMs, 'virtual ms at which it was refused').toBe(200);
  },
} satisfies Expectations<typeof scenarios>;
