import type { Lab, Outcome, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;
type Answer = { gives: string; outcome: Outcome };

/** What the caller has in hand when the call is over, and what becomes of it. */
async function ask(lab: Lab<Solution>, call: () => unknown): Promise<Answer> {
  let answer: unknown;
  try {
    answer = call();
  } catch (error) {
    const name = error instanceof Error ? error.name : 'value';
    return { gives: `no promise, a ${name} is thrown`, outcome: { value: undefined } };
  }
  const gives = answer instanceof Promise ? 'a promise' : `a plain value: ${String(answer)}`;
  return { gives, outcome: await lab.outcomeOf(() => answer) };
}

export default {
  'an unknown price is fetched and kept': {
    async run(lab) {
      const { fetchPrice } = lab.simulate({ fetchPrice: { ms: 120, value: 12 } });
      const known = new Map([['tea', 4]]);
      const answer = await ask(lab, () => lab.solution.priceOf('kettle', known, fetchPrice));
      return { answer, known: [...known] };
    },
  },

  'a known price comes as a promise, too': {
    async run(lab) {
      const { fetchPrice } = lab.simulate({ fetchPrice: { ms: 120, value: 12 } });
      const known = new Map([['tea', 4]]);
      const answer = await ask(lab, () => lab.solution.priceOf('tea', known, fetchPrice));
      return { answer, known: [...known] };
    },
  },

  'a missing name is a rejection, not an exception': {
    async run(lab) {
      const { fetchPrice } = lab.simulate({ fetchPrice: { ms: 120, value: 12 } });
      const known = new Map([['tea', 4]]);
      const answer = await ask(lab, () => lab.solution.priceOf('', known, fetchPrice));
      return { answer, known: [...known] };
    },
  },

  'what is free is known as well': {
    hidden: true,
    async run(lab) {
      const name = lab.pick(['air', 'advice', 'a smile']);
      const { fetchPrice } = lab.simulate({ fetchPrice: { ms: 120, value: lab.integer(1, 9) } });
      const known = new Map([[name, 0]]);
      const answer = await ask(lab, () => lab.solution.priceOf(name, known, fetchPrice));
      return { name, answer, known: [...known] };
    },
  },

  'whichever way it fails, the promise rejects': {
    hidden: true,
    async run(lab) {
      const { priceOf } = lab.solution;
      const ms = lab.integer(20, 200);
      const price = lab.integer(1, 99);
      const { fetchPrice } = lab.simulate({ fetchPrice: { ms, rejects: ['Shop is closed'], value: price } });
      const known = new Map<string, number>();
      const rejected = await ask(lab, () => priceOf('tea', known, fetchPrice));
      const thrown = await ask(lab, () =>
        priceOf('tea', known, () => {
          throw new RangeError('No connection');
        }),
      );
      const afterFailures = [...known];
      const again = await ask(lab, () => priceOf('tea', known, fetchPrice));
      return { ms, price, rejected, thrown, afterFailures, again };
    },
  },

  'many articles, each asked for twice': {
    hidden: true,
    async run(lab) {
      const { priceOf } = lab.solution;
      const names = lab.shuffle(['tea', 'cup', 'pot', 'spoon', 'kettle']).slice(0, lab.integer(2, 5));
      const prices = names.map((name) => ({ name, price: lab.integer(0, 99) }));
      const { fetchPrice } = lab.simulate({
        fetchPrice: { ms: 50, value: (name: string) => prices.find((one) => one.name === name)?.price },
      });
      const known = new Map<string, number>();
      const answers: Answer[] = [];
      for (const name of [...names, ...names]) {
        answers.push(await ask(lab, () => priceOf(name, known, fetchPrice)));
      }
      return { prices, answers };
    },
  },
} satisfies Scenarios<Solution>;
