import type { Expectations, Outcome } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

/** The message of what it rejected with, or a word that it did not. */
function messageOf(outcome: Outcome): string {
  return 'error' in outcome ? outcome.error.message : 'it did not reject';
}

export default {
  'values come in the order of the items, without help': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual(['ant', 'bee', 'cat']);
    expect(evidence).toTakeExactly(300);
  },

  'the first rejection is heard at once': (evidence) => {
    const { expect } = evidence;
    const { outcome, rejectedMs } = evidence.result;
    expect(messageOf(outcome), 'what it rejects with').toBe('First');
    expect(rejectedMs, 'virtual ms until it rejected').toBe(100);
  },

  'plain values stand for themselves': (evidence) => {
    const { expect } = evidence;
    const { mixed, plain } = evidence.result;
    expect(mixed, 'the values').toEqual([1, 'bee', null, 'dog']);
    expect(plain, 'the values without a promise').toEqual([undefined, 0]);
    expect(evidence).toTakeExactly(50);
  },

  'an empty list is done at once': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual([]);
    expect(evidence).toTakeExactly(0);
  },

  'a thenable counts like a promise': (evidence) => {
    const { expect } = evidence;
    const { number, values } = evidence.result;
    expect(values, 'the values').toEqual([`owl ${number}`, 'fox', number]);
    expect(evidence).toTakeExactly(150);
  },

  'a thenable that fails, a promise that fails later': (evidence) => {
    const { expect } = evidence;
    const { failsMs, outcome, rejectedMs } = evidence.result;
    expect(messageOf(outcome), 'what it rejects with').toBe(`Broken ${failsMs}`);
    expect(rejectedMs, 'virtual ms until it rejected').toBe(failsMs);
  },

  'any items, at any speed': (evidence) => {
    const { expect } = evidence;
    const { latenciesMs, loaded, result, isListAsBefore } = evidence.result;
    expect(result, 'the values').toEqual([...loaded, undefined, 'end']);
    expect(isListAsBefore, 'the list is as before').toBe(true);
    expect(evidence).toTakeExactly(Math.max(...latenciesMs));
  },
} satisfies Expectations<typeof scenarios>;
