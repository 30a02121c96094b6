import type { Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

export default {
  'eight pages block the loop for one page at a time': (evidence) => {
    const { expect } = evidence;
    const { value, latestMs } = evidence.result;
    expect(latestMs, 'by how many virtual ms a timer was late').toBeLessThanOrEqual(40);
    expect(value, 'the words').toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((number) => `page ${number}: teh`));
  },

  'a timer keeps its time': (evidence) => {
    const { expect } = evidence;
    const { ticks, ticksMs } = evidence.result;
    expect(ticks, 'timers that fired during the check').toBe(3);
    [30, 130, 230].forEach((dueMs, index) => {
      expect(ticksMs[index], `virtual ms at which the timer due at ${dueMs} ms fired`).toBeLessThan(
        dueMs + 40,
      );
    });
  },

  'words come in the order of the pages': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual(['recieve', 'teh', 'wich']);
  },

  'any pages take no longer than the computing': (evidence) => {
    const { expect } = evidence;
    const { pages, pagesMs, checked, value, latestMs, tookMs } = evidence.result;
    const computingMs = pagesMs.reduce((sum, ms) => sum + ms, 0);
    expect(latestMs, 'by how many virtual ms a timer was late').toBeLessThanOrEqual(Math.max(...pagesMs));
    expect(checked, 'the pages in the order of their checks').toEqual(pages);
    expect(value, 'the words').toEqual(pages.map((page) => `${page}: teh`));
    expect(tookMs, 'virtual ms that it took').toBeLessThanOrEqual(computingMs + pages.length);
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
