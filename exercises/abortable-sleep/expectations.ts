import type { Expectations, Outcome } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

function tell(outcome: Outcome): string {
  return 'error' in outcome ? `${outcome.error.name}: ${outcome.error.message}` : 'it fulfilled';
}

export default {
  'undisturbed, it sleeps to the end': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toBeUndefined();
    expect(evidence).toTakeExactly(250);
    expect(evidence).toLeaveNothingBehind();
  },

  'an abort wakes it at once and takes the timer away': (evidence) => {
    const { expect } = evidence;
    expect(tell(evidence.result), 'what it rejects with').toBe('RangeError: Stop was pressed');
    expect(evidence).toTakeExactly(120);
    expect(evidence).toLeaveNothingBehind();
  },

  'a signal that is already aborted lets nobody sleep': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toTakeExactly(0);
    expect(tell(evidence.result), 'what it rejects with').toBe('RangeError: Stop was pressed');
    expect(evidence).toLeaveNothingBehind();
  },

  'sleeps that end leave no listener on the signal': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toBeUndefined();
    expect(evidence).toTakeExactly(600);
    expect(evidence).toLeaveNothingBehind();
  },

  'the reason is the very value of the signal': (evidence) => {
    const { expect } = evidence;
    const { abortedAtMs, before, during } = evidence.result;
    expect(during, 'what it rejects with after an abort during the sleep').toBe('signal.reason');
    expect(before, 'what it rejects with after an abort before the sleep').toBe('signal.reason');
    expect(evidence).toTakeExactly(abortedAtMs);
    expect(evidence).toLeaveNothingBehind();
  },

  'an abort without a reason is an AbortError': (evidence) => {
    const { expect } = evidence;
    const { abortedAtMs, outcome } = evidence.result;
    expect(tell(outcome), 'what it rejects with').toMatch(/^AbortError: /);
    expect(evidence).toTakeExactly(abortedAtMs);
  },

  'an abort wakes all sleepers of its signal, and no one else': (evidence) => {
    const { expect } = evidence;
    const { abortedAtMs, ends } = evidence.result;
    const message = 'Stop was pressed';
    const endOf = (wanted: string): unknown => ends.find(({ name }) => name === wanted);
    for (const name of ['first', 'second']) {
      expect(endOf(name), 'end of a sleep with the aborted signal').toEqual({
        name,
        atMs: abortedAtMs,
        message,
      });
    }
    expect(ends, 'all ends, in order').toEqual([
      { name: 'early', atMs: 150, message: null },
      { name: 'first', atMs: abortedAtMs, message },
      { name: 'second', atMs: abortedAtMs, message },
      { name: 'other', atMs: 450, message: null },
      { name: 'free', atMs: 470, message: null },
    ]);
    expect(evidence).toLeaveNothingBehind();
  },
} satisfies Expectations<typeof scenarios>;
