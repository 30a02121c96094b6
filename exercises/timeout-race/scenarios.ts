import type { Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Outcome = { value: unknown } | { name: string; message: string };

async function outcomeOf(attempt: () => Promise<unknown>): Promise<Outcome> {
  try {
    return { value: await attempt() };
  } catch (error) {
    return error instanceof Error
      ? { name: error.name, message: error.message }
      : { name: '', message: String(error) };
  }
}

export default {
  'a quick answer passes through and leaves no timer behind': {
    async run(lab) {
      const { askPrice } = lab.simulate({ askPrice: { ms: 80, value: { price: 12 } } });
      return await lab.solution.withTimeout(() => askPrice(), 5000);
    },
  },

  'a slow task is given up exactly at the limit': {
    async run(lab) {
      const { askPrice } = lab.simulate({ askPrice: { ms: 1000, value: { price: 12 } } });
      return await lab.solution.withTimeout(() => askPrice(), 300);
    },
  },

  'a task that never ends is given up too': {
    async run(lab) {
      const { askPrice } = lab.simulate({ askPrice: { hangs: true } });
      return await lab.solution.withTimeout(() => askPrice(), 450);
    },
  },

  "the task's own error passes through": {
    async run(lab) {
      const { askPrice } = lab.simulate({ askPrice: { ms: 60, rejects: 'Connection lost' } });
      return await lab.solution.withTimeout(() => askPrice(), 300);
    },
  },

  'a task that fails leaves no timer behind, however it fails': {
    hidden: true,
    async run(lab) {
      const { withTimeout } = lab.solution;
      const failsAtMs = lab.integer(10, 90);
      const { askPrice } = lab.simulate({ askPrice: { ms: failsAtMs, rejects: 'Connection lost' } });
      const rejected = await outcomeOf(async () => await withTimeout(() => askPrice(), 900));
      const thrown = await outcomeOf(
        async () =>
          await withTimeout(() => {
            throw new RangeError('No such courier');
          }, 900),
      );
      return { failsAtMs, rejected, thrown };
    },
  },

  'two calls at once do not disturb each other': {
    hidden: true,
    async run(lab) {
      const { withTimeout } = lab.solution;
      const limitMs = lab.integer(10, 24) * 10 + lab.integer(1, 9);
      const price = lab.integer(1, 99);
      const { near, far } = lab.simulate({
        near: { ms: lab.integer(20, 90), value: { price } },
        far: { ms: 2000, value: { price } },
      });
      const [quick, slow] = await Promise.all([
        outcomeOf(async () => await withTimeout(() => near(), limitMs + 200)),
        outcomeOf(async () => await withTimeout(() => far(), limitMs)),
      ]);
      return { limitMs, price, quick, slow };
    },
  },

  'a failure after the limit disturbs nobody': {
    hidden: true,
    async run(lab) {
      const { withTimeout } = lab.solution;
      const { askPrice } = lab.simulate({ askPrice: { ms: 500, rejects: 'Connection lost' } });
      const outcome = await outcomeOf(async () => await withTimeout(() => askPrice(), 200));
      const refusedAtMs = lab.now();
      await lab.sleep(600);
      return { outcome, refusedAtMs };
    },
  },
} satisfies Scenarios<typeof solution>;
