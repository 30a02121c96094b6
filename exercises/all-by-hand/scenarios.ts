import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;

/** What would spare the student the work, with the place where it lives. */
function takeHelpersAway(): void {
  const refuse = (name: string) => () => {
    throw new Error(`${name} is taken away here`);
  };
  for (const name of ['all', 'allSettled', 'any', 'race'] as const) {
    Object.defineProperty(Promise, name, { value: refuse(`Promise.${name}`) });
  }
  Object.defineProperty(Array, 'fromAsync', { value: refuse('Array.fromAsync') });
}

/** An object that is no promise, but settles as this one does. */
function thenableOf(promise: Promise<unknown>): PromiseLike<unknown> {
  // oxlint-disable-next-line unicorn/no-thenable -- the exercise is about such objects
  return { then: (resolve, reject) => promise.then(resolve, reject) };
}

/** Five to eight promises, each with its own latency; some give `undefined` or `null`. */
function someLoads(lab: Lab<Solution>) {
  const length = lab.integer(5, 8);
  const latenciesMs = Array.from({ length }, () => lab.integer(10, 400));
  const values = latenciesMs.map((ms, index) => lab.pick([`value ${ms}`, index, undefined, null]));
  const { load } = lab.simulate({ load: { ms: latenciesMs, values } });
  return { latenciesMs, values, items: latenciesMs.map(() => load()) };
}

export default {
  'values come in the order of the items, without help': {
    mayReplaceBuiltIns: true,
    async run(lab) {
      const { load } = lab.simulate({ load: { ms: [300, 200, 100], values: ['ant', 'bee', 'cat'] } });
      const items = [load(), load(), load()];
      takeHelpersAway();
      return await lab.solution.all(items);
    },
  },

  'the first rejection is heard at once': {
    async run(lab) {
      const { load } = lab.simulate({
        load: {
          ms: [300, 200, 100, 400],
          values: ['ant'],
          rejects: { 1: 'Too late', 2: 'First', 3: 'Last' },
        },
      });
      const outcome = await lab.outcomeOf(() => lab.solution.all([load(), load(), load(), load()]));
      const rejectedMs = lab.now();
      await lab.sleep(500);
      return { outcome, rejectedMs };
    },
  },

  'plain values stand for themselves': {
    async run(lab) {
      const { load } = lab.simulate({ load: { ms: 50, value: 'bee' } });
      const mixed = await lab.solution.all([1, load(), null, 'dog']);
      const plain = await lab.solution.all([undefined, 0]);
      return { mixed, plain };
    },
  },

  'an empty list is done at once': {
    async run(lab) {
      return await lab.solution.all([]);
    },
  },

  'a thenable counts like a promise': {
    hidden: true,
    async run(lab) {
      const number = lab.integer(10, 99);
      const { load } = lab.simulate({ load: { ms: [150, 80], values: [`owl ${number}`, 'fox'] } });
      const values = await lab.solution.all([thenableOf(load()), load(), number]);
      return { number, values };
    },
  },

  'a thenable that fails, a promise that fails later': {
    hidden: true,
    async run(lab) {
      const failsMs = lab.integer(20, 90);
      const { load } = lab.simulate({
        load: { ms: [failsMs, 200, 120], rejects: { 0: `Broken ${failsMs}`, 1: 'Too late' } },
      });
      const items = [thenableOf(load()), load(), load()];
      const outcome = await lab.outcomeOf(() => lab.solution.all(items));
      const rejectedMs = lab.now();
      await lab.sleep(300);
      return { failsMs, outcome, rejectedMs };
    },
  },

  'any items, at any speed': {
    hidden: true,
    async run(lab) {
      const { latenciesMs, values, items } = someLoads(lab);
      const list: unknown[] = [...items, undefined, 'end'];
      const given = [...list];
      const result = await lab.solution.all(list);
      return {
        latenciesMs,
        loaded: values,
        result,
        isListAsBefore: given.every((item, index) => list[index] === item),
      };
    },
  },
} satisfies Scenarios<Solution>;
