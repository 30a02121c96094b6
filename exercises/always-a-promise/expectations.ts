import type { Evidence, Expectations, Outcome } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

type Answer = { gives: string; outcome: Outcome };

function told(outcome: Outcome): string {
  if ('value' in outcome) return `fulfils with ${String(outcome.value)}`;
  const { name, message } = outcome.error;
  return `rejects with ${name || 'no error'}: ${message}`;
}

/** First whether it is a promise at all, then what becomes of it. */
function checkAnswer({ expect }: Evidence, answer: Answer, outcome: Outcome, which = 'the call'): void {
  expect(answer.gives, `what ${which} gives`).toBe('a promise');
  expect(told(answer.outcome), `the promise of ${which}`).toBe(told(outcome));
  expect(answer.outcome, `the promise of ${which}`).toEqual(outcome);
}

export default {
  'an unknown price is fetched and kept': (evidence) => {
    const { expect } = evidence;
    const { answer, known } = evidence.result;
    checkAnswer(evidence, answer, { value: 12 });
    expect(evidence).toStartInOrder(['fetchPrice("kettle")']);
    expect(evidence).toStartAt('fetchPrice', 0);
    expect(evidence).toTakeExactly(120);
    expect(known, 'the entries of known').toEqual([
      ['tea', 4],
      ['kettle', 12],
    ]);
  },

  'a known price comes as a promise, too': (evidence) => {
    const { expect } = evidence;
    const { answer, known } = evidence.result;
    checkAnswer(evidence, answer, { value: 4 });
    expect(evidence.calls('fetchPrice').length, 'number of calls of fetchPrice').toBe(0);
    expect(known, 'the entries of known').toEqual([['tea', 4]]);
  },

  'a missing name is a rejection, not an exception': (evidence) => {
    const { expect } = evidence;
    const { answer, known } = evidence.result;
    checkAnswer(evidence, answer, { error: { name: 'TypeError', message: 'A price needs a name' } });
    expect(evidence.calls('fetchPrice').length, 'number of calls of fetchPrice').toBe(0);
    expect(known, 'the entries of known').toEqual([['tea', 4]]);
  },

  'what is free is known as well': (evidence) => {
    const { expect } = evidence;
    const { name, answer, known } = evidence.result;
    checkAnswer(evidence, answer, { value: 0 });
    expect(evidence.calls('fetchPrice').length, 'number of calls of fetchPrice').toBe(0);
    expect(known, 'the entries of known').toEqual([[name, 0]]);
  },

  'whichever way it fails, the promise rejects': (evidence) => {
    const { expect } = evidence;
    const { ms, price, rejected, thrown, afterFailures, again } = evidence.result;
    const closed = { error: { name: 'Error', message: 'Shop is closed' } };
    const offline = { error: { name: 'RangeError', message: 'No connection' } };
    checkAnswer(evidence, rejected, closed, 'a call for which fetchPrice rejects');
    checkAnswer(evidence, thrown, offline, 'a call for which fetchPrice throws');
    expect(afterFailures, 'the entries of known after two failures').toEqual([]);
    checkAnswer(evidence, again, { value: price }, 'the next call');
    expect(evidence).toTakeExactly(2 * ms);
  },

  'many articles, each asked for twice': (evidence) => {
    const { expect } = evidence;
    const { prices, answers } = evidence.result;
    for (const [index, answer] of answers.entries()) {
      const price = prices[index % prices.length]?.price;
      checkAnswer(evidence, answer, { value: price }, `call ${index + 1}`);
    }
    expect(evidence).toStartInOrder(prices.map(({ name }) => `fetchPrice("${name}")`));
    expect(evidence).toTakeExactly(50 * prices.length);
  },
} satisfies Expectations<typeof scenarios>;
