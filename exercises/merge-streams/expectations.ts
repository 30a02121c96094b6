import type { Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

type Source = { items: string[]; everyMs: number[] };
type Seen = { news: unknown; atMs: number };

const newsOf = (seen: Seen[]): unknown[] => seen.map(({ news }) => news);
const timesOf = (seen: Seen[]): number[] => seen.map(({ atMs }) => atMs);

/** The news of a source, each with the ms at which it arrives where nobody keeps it waiting. */
function arrivals({ items, everyMs }: Source): { news: string; atMs: number }[] {
  let atMs = 0;
  return items.map((news, index) => {
    atMs += everyMs[index] ?? 0;
    return { news, atMs };
  });
}

export default {
  'news come in the order of arrival': (evidence) => {
    const { expect, result } = evidence;
    const order = ['Storm', 'Fair', 'Ebb', 'Tram is late', 'Whale', 'Calm', 'Concert'];
    expect(newsOf(result), 'the news').toEqual(order);
    expect(timesOf(result), 'their times').toEqual([70, 100, 140, 200, 210, 280, 300]);
    expect(evidence).toTakeExactly(300);
  },

  'the end of one source is not the end': (evidence) => {
    const { expect, result } = evidence;
    expect(newsOf(result), 'the news').toEqual(['Fair', 'Storm', 'Ebb']);
    expect(timesOf(result), 'their times').toEqual([20, 90, 180]);
    expect(evidence).toTakeExactly(180);
  },

  'leaving the loop closes both sources': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toBe('Fair');
    expect(evidence).toHaveCalled('city.return');
    expect(evidence).toHaveCalled('sea.return');
  },

  'any news come in the order of arrival': (evidence) => {
    const { expect } = evidence;
    const { city, sea, seen } = evidence.result;
    const expected = [...arrivals(city), ...arrivals(sea)].toSorted((one, other) => one.atMs - other.atMs);
    expect(newsOf(seen), 'the news').toEqual(newsOf(expected));
    expect(timesOf(seen), 'their times').toEqual(timesOf(expected));
    expect(evidence).toTakeExactly(expected.at(-1)?.atMs ?? 0);
  },

  'a source without news does not disturb': (evidence) => {
    const { expect } = evidence;
    const { nothing, onlyRight, onlyLeft } = evidence.result;
    expect(nothing, 'two empty sources').toEqual([]);
    expect(onlyRight, 'an empty source on the left').toEqual([
      { news: 'Storm', atMs: 60 },
      { news: 'Ebb', atMs: 120 },
    ]);
    expect(onlyLeft, 'an empty source on the right').toEqual([
      { news: 'Storm', atMs: 180 },
      { news: 'Ebb', atMs: 240 },
    ]);
    expect(evidence).toTakeExactly(240);
  },

  'a source that fails ends the loop and closes the other': (evidence) => {
    const { expect } = evidence;
    const { outcome, news } = evidence.result;
    expect(outcome, 'what became of the loop').toEqual({ error: { name: 'Error', message: 'Cable is cut' } });
    expect(news, 'the news before that').toEqual(expect.arrayContaining(['Fair', 'Storm']));
    expect(evidence).toHaveCalled('city.return');
  },

  'a failure while the loop is busy waits for the loop': (evidence) => {
    const { expect } = evidence;
    const { outcome, news } = evidence.result;
    expect(news, 'the news before the failure').toEqual(['Fair']);
    expect(outcome, 'what became of the loop').toMatchObject({
      error: { message: expect.stringMatching(/^(Cable is cut|Buoy is lost)$/) },
    });
  },

  'an error in the body of the loop closes both sources': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual({ error: { name: 'Error', message: 'The screen is dark' } });
    expect(evidence).toHaveCalled('city.return');
    expect(evidence).toHaveCalled('sea.return');
  },

  'a busy loop does not make the sources run ahead': (evidence) => {
    const { expect } = evidence;
    expect(evidence.calls('city.next').length, 'calls of city.next').toBeLessThanOrEqual(2);
    expect(evidence.calls('sea.next').length, 'calls of sea.next').toBeLessThanOrEqual(2);
    expect(evidence).toHaveCalled('city.return');
    expect(evidence).toHaveCalled('sea.return');
  },

  'no news are lost, whoever is quicker': (evidence) => {
    const { expect } = evidence;
    const of = (place: string): string[] => evidence.result.filter((news) => news.startsWith(place));
    expect(of('city'), 'the news of the left source').toEqual(['city 1', 'city 2', 'city 3']);
    expect(of('sea'), 'the news of the right source').toEqual(['sea 1', 'sea 2', 'sea 3']);
    expect(evidence.result).toHaveLength(6);
  },
} satisfies Expectations<typeof scenarios>;
