import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;
type PriceOf = (name: string) => number | Promise<number>;
type Counted = { totalCents: number; turns: number };

const mostTurns = 3000;

/** Counts the turns that a loop of awaits gets, until the sum is there. */
async function countTurns(lab: Lab<Solution>, names: string[], priceOf: PriceOf): Promise<Counted> {
  const seen = { turns: 0, isOver: false };
  const sum = lab.solution.totalOf(names, priceOf);
  const end = sum.then((totalCents) => {
    seen.isOver = true;
    return totalCents;
  });
  while (!seen.isOver && seen.turns < mostTurns) {
    await Promise.resolve();
    seen.turns += 1;
  }
  const { turns } = seen;
  return { totalCents: await end, turns };
}

function namesOf(length: number): string[] {
  return Array.from({ length }, (_, index) => `item ${index}`);
}

export default {
  'a thousand prices at hand': {
    async run(lab) {
      return await countTurns(lab, namesOf(1000), () => 5);
    },
  },

  'one lookup after the other': {
    async run(lab) {
      const cache: { [name: string]: number } = { tea: 450, jam: 320, pot: 1900 };
      const { fetchPrice } = lab.simulate({
        fetchPrice: { ms: 100, value: (name: string) => (name === 'cup' ? 900 : 150) },
      });
      const lookedUp: string[] = [];
      const totalCents = await lab.solution.totalOf(['tea', 'cup', 'jam', 'pin', 'pot'], (name) => {
        lookedUp.push(name);
        return cache[name] ?? fetchPrice(name);
      });
      return { totalCents, lookedUp };
    },
  },

  'always a promise': {
    async run(lab) {
      const sums = [lab.solution.totalOf([], () => 5), lab.solution.totalOf(['tea', 'jam'], () => 5)];
      const kinds = sums.map((sum) => (sum instanceof Promise ? 'a promise' : typeof sum));
      return { kinds, totalsCents: await Promise.all(sums) };
    },
  },

  'some prices at hand, some promised': {
    hidden: true,
    async run(lab) {
      const names = namesOf(lab.integer(700, 1200));
      const pricesCents = names.map(() => lab.integer(1, 999));
      const promised = [3, lab.integer(100, 300), lab.integer(301, 600)];
      const counted = await countTurns(lab, names, (name) => {
        const index = names.indexOf(name);
        const priceCents = pricesCents[index] ?? 0;
        return promised.includes(index) ? Promise.resolve(priceCents) : priceCents;
      });
      return { pricesCents, promised, ...counted };
    },
  },

  'a lookup that fails ends the sum': {
    hidden: true,
    async run(lab) {
      const failsAfterMs = lab.integer(30, 90);
      const { fetchPrice } = lab.simulate({ fetchPrice: { ms: failsAfterMs, rejects: 'No such item' } });
      const lookedUp: string[][] = [[], []];
      const lookUp = (name: string): number | Promise<number> => {
        if (name === 'item 2') throw new RangeError('Cache is broken');
        return name === 'item 4' ? fetchPrice(name) : 5;
      };
      let thrown = 'nothing';
      let sums: Promise<number>[] = [];
      try {
        sums = [namesOf(4), ['item 4', 'item 5']].map((names, index) =>
          lab.solution.totalOf(names, (name) => {
            lookedUp[index]?.push(name);
            return lookUp(name);
          }),
        );
      } catch {
        thrown = 'an error';
      }
      const outcomes = await Promise.all(sums.map((sum) => lab.outcomeOf(() => sum)));
      const messages = outcomes.map((outcome) => ('error' in outcome ? outcome.error.message : 'nothing'));
      return { failsAfterMs, thrown, messages, lookedUp };
    },
  },
} satisfies Scenarios<Solution>;
