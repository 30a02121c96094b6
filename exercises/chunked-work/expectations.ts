import type { Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

type Slice = { ms: number; done: number };

/** The slices into which items of these ms have to fall. */
function slicesOf(items: number[], budgetMs: number): Slice[] {
  const slices: Slice[] = [];
  let ms = 0;
  items.forEach((item, index) => {
    ms += item;
    if (ms < budgetMs && index < items.length - 1) return;
    slices.push({ ms, done: index + 1 });
    ms = 0;
  });
  return slices;
}

function resultsOf(items: number[]): string[] {
  return items.map((ms) => `item of ${ms} ms`);
}

export default {
  'a slice ends when its budget is used up': (evidence) => {
    const { expect } = evidence;
    const { done, results } = evidence.result;
    expect(done, 'what onProgress was told').toEqual([3, 6, 9, 11]);
    expect(results, 'the results').toEqual(resultsOf(Array.from({ length: 11 }, () => 8)));
  },

  'timers keep their time': (evidence) => {
    const { expect } = evidence;
    const { firedMs, order } = evidence.result;
    expect(firedMs.length, 'timers that fired before the end').toBe(3);
    [30, 100, 170].forEach((dueMs, index) => {
      expect(firedMs[index], `virtual ms at which the timer due at ${dueMs} ms fired`).toBeLessThan(
        dueMs + 41,
      );
    });
    const beforeTimer = order.slice(0, order.indexOf('timer of 30'));
    expect(beforeTimer, 'what onProgress was told before the timer due at 30 ms fired').toEqual(['4 done']);
  },

  'the stop button stops before the next slice': (evidence) => {
    const { expect } = evidence;
    const { message, handled } = evidence.result;
    expect(message, 'what it rejected with').toBe('Stopped by Ada');
    expect(handled.length, 'items that were handled').toBe(6);
  },

  'a budget that is used up to the ms': (evidence) => {
    const { expect } = evidence;
    const { perSlice, done } = evidence.result;
    expect(done, 'what onProgress was told').toEqual([perSlice, perSlice * 2, perSlice * 3]);
  },

  'any items, any budget': (evidence) => {
    const { expect } = evidence;
    const { budgetMs, items, handled, done, results, tookMs, timesMs, firedMs } = evidence.result;
    const slices = slicesOf(items, budgetMs);
    const longestMs = Math.max(...slices.map(({ ms }) => ms));
    expect(done, 'what onProgress was told').toEqual(slices.map((slice) => slice.done));
    expect(handled, 'the items in the order in which they were handled').toEqual(items);
    expect(results, 'the results').toEqual(resultsOf(items));
    timesMs.forEach((dueMs, index) => {
      const lateMs = (firedMs[index] ?? Infinity) - dueMs;
      expect(lateMs, `virtual ms by which the timer due at ${dueMs} ms was late`).toBeLessThanOrEqual(
        longestMs,
      );
    });
    const computingMs = items.reduce((sum, ms) => sum + ms, 0);
    expect(tookMs, 'virtual ms that it took').toBeLessThanOrEqual(computingMs + slices.length);
  },

  'stopped before it began': (evidence) => {
    const { expect } = evidence;
    const { reason, message, handled } = evidence.result;
    expect(message, 'what it rejected with').toBe(reason);
    expect(handled, 'items that were handled').toEqual([]);
  },

  'an item that fails, and no items at all': (evidence) => {
    const { expect } = evidence;
    const { failing, none, message, handled, done } = evidence.result;
    expect(none, 'the results for no items').toEqual([]);
    expect(message, 'what it rejected with').toBe(`Record ${failing} is damaged`);
    expect(handled.length, 'items that were handled').toBe(failing - 1);
    expect(done, 'what onProgress was told').toEqual([]);
  },
} satisfies Expectations<typeof scenarios>;
