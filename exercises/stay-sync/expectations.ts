import type { Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

type Item = { name: string; count: number };

const pricesCents: { [name: string]: number } = { tea: 450, cup: 900, jam: 320 };

/** The totals after each item. */
function totalsOf(items: Item[]): number[] {
  let totalCents = 0;
  return items.map(({ name, count }) => (totalCents += count * (pricesCents[name] ?? 0)));
}

function receiptOf(items: Item[]): string[] {
  return [...items.map(({ name, count }) => `${count} × ${name}`), `Total: ${totalsOf(items).at(-1)} cents`];
}

export default {
  'two items, one total': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result.totalCents, 'what total() returned').toBe(1800);
  },

  'the receipt is there at once': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result.receipt, 'what receipt() returned').toEqual([
      '2 × tea',
      '1 × jam',
      'Total: 1220 cents',
    ]);
  },

  'onChange is told before add returns': (evidence) => {
    const { expect } = evidence;
    const { order, inside } = evidence.result;
    const [first, second, third] = order;
    expect(first, 'what happens first').toBe('calls add');
    expect(second, 'what happens second').toBe('told 2700, cart has 2700');
    expect(third, 'what happens third').toBe('add returned');
    expect(inside[0], 'the receipt, read in onChange').toEqual(['3 × cup', 'Total: 2700 cents']);
  },

  'an unknown item throws at once': (evidence) => {
    const { expect } = evidence;
    const { caught, receipt, toldCents } = evidence.result;
    expect(caught, 'what the caller caught').toBe('No such item: moon');
    expect(receipt, 'the receipt afterwards').toEqual(['1 × tea', 'Total: 450 cents']);
    expect(toldCents, 'what onChange was told').toEqual([450]);
  },

  'the prices are fetched once, and waited for': (evidence) => {
    const { expect } = evidence;
    const { latencyMs, totalCents, message } = evidence.result;
    expect(evidence).toHaveCalledTimes('fetchPrices', 1);
    expect(totalCents, 'what total() returned').toBe(960);
    expect(message, 'what the second cart rejected with').toBe('Shop is closed');
    expect(evidence).toTakeExactly(latencyMs + 40);
  },

  'two carts, any items': (evidence) => {
    const { expect } = evidence;
    const { mine, yours, receipts, toldCents } = evidence.result;
    expect(receipts[0], 'the receipt of the first cart').toEqual(receiptOf(mine));
    expect(receipts[1], 'the receipt of the second cart').toEqual(receiptOf(yours));
    expect(toldCents, 'what onChange of the first cart was told').toEqual(totalsOf(mine));
  },
} satisfies Expectations<typeof scenarios>;
