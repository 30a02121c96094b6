import type { Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

export default {
  'a thousand prices at hand': (evidence) => {
    const { expect } = evidence;
    const { totalCents, turns } = evidence.result;
    expect(turns, 'turns of the other loop until the sum was there').toBeLessThanOrEqual(5);
    expect(totalCents, 'the sum').toBe(5000);
  },

  'one lookup after the other': (evidence) => {
    const { expect } = evidence;
    const { totalCents, lookedUp } = evidence.result;
    expect(evidence).toRunOneAfterAnother('fetchPrice');
    expect(lookedUp, 'the names that were looked up').toEqual(['tea', 'cup', 'jam', 'pin', 'pot']);
    expect(totalCents, 'the sum').toBe(3720);
    expect(evidence).toTakeExactly(200);
  },

  'always a promise': (evidence) => {
    const { expect } = evidence;
    const { kinds, totalsCents } = evidence.result;
    expect(kinds, 'what totalOf returned').toEqual(['a promise', 'a promise']);
    expect(totalsCents, 'the sums of no prices and of two').toEqual([0, 10]);
  },

  'some prices at hand, some promised': (evidence) => {
    const { expect } = evidence;
    const { pricesCents, promised, totalCents, turns } = evidence.result;
    const mostTurns = 5 + 5 * promised.length;
    expect(turns, 'turns of the other loop until the sum was there').toBeLessThanOrEqual(mostTurns);
    expect(totalCents, 'the sum').toBe(pricesCents.reduce((sum, cents) => sum + cents, 0));
  },

  'a lookup that fails ends the sum': (evidence) => {
    const { expect } = evidence;
    const { failsAfterMs, thrown, messages, lookedUp } = evidence.result;
    expect(thrown, 'what totalOf itself threw').toBe('nothing');
    expect(messages, 'what the sums rejected with').toEqual(['Cache is broken', 'No such item']);
    expect(lookedUp[0], 'the names that were looked up until one threw').toEqual([
      'item 0',
      'item 1',
      'item 2',
    ]);
    expect(lookedUp[1], 'the names that were looked up until one rejected').toEqual(['item 4']);
    expect(evidence).toTakeExactly(failsAfterMs);
  },
} satisfies Expectations<typeof scenarios>;
