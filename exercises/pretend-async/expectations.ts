import type { Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

export default {
  'eight pages block the loop for one page at a time': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toBlockAtMost(40);
    expect(evidence.result).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((number) => `page ${number}: teh`));
  },

  'a timer keeps its time': (evidence) => {
    const { expect } = evidence;
    const tickedMs = evidence.result;
    expect(tickedMs[0], 'virtual ms of the first tick, which is due at 50 ms').toBeLessThanOrEqual(90);
    tickedMs.forEach((ms, index) => {
      const gapMs = ms - (tickedMs[index - 1] ?? 0);
      expect(gapMs, `virtual ms from the tick before to tick ${index + 1}`).toBeLessThanOrEqual(90);
    });
    expect(tickedMs.length, 'ticks during the check').toBeGreaterThanOrEqual(3);
  },

  'words come in the order of the pages': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual(['recieve', 'teh', 'wich']);
  },

  'any pages take no longer than the computing': (evidence) => {
    const { expect } = evidence;
    const { pages, pagesMs, checked, words } = evidence.result;
    const computingMs = pagesMs.reduce((sum, ms) => sum + ms, 0);
    expect(evidence).toBlockAtMost(Math.max(...pagesMs));
    expect(checked, 'the pages in the order of their checks').toEqual(pages);
    expect(words, 'the words').toEqual(pages.map((page) => `${page}: teh`));
    expect(evidence.elapsedMs, 'virtual ms that it took').toBeLessThanOrEqual(computingMs + pages.length);
  },

  'a page that cannot be read ends the check': (evidence) => {
    const { expect } = evidence;
    const { number, message, checked } = evidence.result;
    expect(message, 'what it rejected with').toBe(`Cannot read page ${number}`);
    expect(checked.length, 'pages that were checked').toBe(number);
  },

  'no pages give no words': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual([]);
  },
} satisfies Expectations<typeof scenarios>;
