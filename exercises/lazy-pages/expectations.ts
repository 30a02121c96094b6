import type { Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

export default {
  'the users of all pages come in order': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(evidence.result[0]).toEqual({ id: 1, name: 'Bo' });
    expect(evidence).toHaveCalledTimes('fetchPage', 3);
    expect(evidence).toTakeExactly(300);
  },

  'the first user is there after the first page': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual({ id: 1, name: 'Bo' });
    expect(evidence).toHaveCalledTimes('fetchPage', 1);
    expect(evidence).toTakeExactly(100);
  },

  'a page is asked for only when it is needed': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toStartAt('fetchPage', [0, 1100]);
    expect(evidence).toHaveCalledTimes('fetchPage', 2);
    expect(evidence.result).toEqual([
      { id: 1, atMs: 100 },
      { id: 2, atMs: 600 },
      { id: 3, atMs: 1200 },
      { id: 4, atMs: 1700 },
    ]);
  },

  'nothing is asked for before somebody wants a user': (evidence) => {
    const { expect } = evidence;
    const { waitMs, seen } = evidence.result;
    expect(evidence).toStartAt('fetchPage', waitMs);
    expect(seen, 'the ids').toEqual([1]);
    expect(evidence).toTakeExactly(waitMs + 80);
  },

  'a page without users is not the end': (evidence) => {
    const { expect } = evidence;
    const { pages, latenciesMs, seen } = evidence.result;
    expect(seen, 'the users').toEqual(pages.flatMap(({ users }) => users));
    expect(evidence).toHaveCalledTimes('fetchPage', pages.length);
    expect(evidence).toRunOneAfterAnother('fetchPage');
    expect(evidence).toTakeExactly(latenciesMs.reduce((sum, ms) => sum + ms, 0));
  },

  'a page that cannot be fetched fails the loop, after the users before it': (evidence) => {
    const { expect } = evidence;
    const { pages, seen, outcome } = evidence.result;
    const before = pages.slice(0, 2).flatMap(({ users }) => users.map(({ id }) => id));
    expect(outcome, 'what became of the loop').toEqual({
      error: { name: 'Error', message: 'Server is busy' },
    });
    expect(seen, 'the ids before that').toEqual(before);
    expect(evidence).toHaveCalledTimes('fetchPage', 3);
    expect(evidence).toTakeExactly(180);
  },

  'two lists do not disturb each other': (evidence) => {
    const { expect } = evidence;
    const { quick, slow } = evidence.result;
    expect(quick, 'the ids of the first list').toEqual([1, 2, 3, 4]);
    expect(slow, 'the ids of the second list').toEqual([1, 2, 3, 4]);
    expect(evidence).toHaveCalledTimes('fetchPage', 6);
  },
} satisfies Expectations<typeof scenarios>;
