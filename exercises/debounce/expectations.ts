import type { Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

type Typed = { text: string; atMs: number };

/** The calls that are followed by a pause, as the calls of `ask` that they lead to. */
function lastOfBursts(calls: Typed[], waitMs: number): Typed[] {
  return calls
    .filter(({ atMs }, index) => (calls[index + 1]?.atMs ?? Infinity) > atMs + waitMs)
    .map(({ text, atMs }) => ({ text, atMs: atMs + waitMs }));
}

export default {
  'a burst of calls runs the action once, with the last word': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toStartInOrder(['ask("ket")']);
    expect(evidence).toStartAt('ask', [500]);
  },

  'a call after the pause begins a new burst': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toStartInOrder(['ask("kettle")', 'ask("cup")']);
    expect(evidence).toStartAt('ask', [300, 700]);
  },

  'cancel forgets the call that is waiting': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toStartInOrder(['ask("cup")']);
    expect(evidence).toStartAt('ask', [900]);
  },

  'cancel leaves no timer behind': (evidence) => {
    const { expect } = evidence;
    // A listener on a signal of their own is nobody's business.
    const timers = evidence.leftBehind.filter(({ kind }) => kind !== 'listener');
    if (timers.length > 0) expect(evidence).toLeaveNothingBehind();
    expect(evidence.calls('ask'), 'calls of ask').toEqual([]);
  },

  'every argument of the last call is handed on': (evidence) => {
    const { expect } = evidence;
    const { waitMs, args } = evidence.result;
    expect(evidence).toHaveCalled('save', ...args);
    expect(evidence).toHaveCalledTimes('save', 1);
    expect(evidence).toStartAt('save', [60 + waitMs]);
  },

  'any rhythm of typing': (evidence) => {
    const { expect } = evidence;
    const { waitMs, calls } = evidence.result;
    const asked = lastOfBursts(calls, waitMs);
    expect(evidence).toStartInOrder(asked.map(({ text }) => `ask("${text}")`));
    expect(evidence).toStartAt(
      'ask',
      asked.map(({ atMs }) => atMs),
    );
  },

  'two debounced functions do not disturb each other': (evidence) => {
    const { expect } = evidence;
    const { askWaitMs, saveWaitMs } = evidence.result;
    expect(evidence).toStartInOrder(['ask("kettle")', 'save("a note")']);
    expect(evidence).toStartAt('ask', [askWaitMs]);
    expect(evidence).toStartAt('save', [saveWaitMs]);
  },
} satisfies Expectations<typeof scenarios>;
