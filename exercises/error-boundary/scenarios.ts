import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;
type End = { ended: string; isSame: boolean; atMs: number };

/** How `attempt` ends, when, and whether with this very error. */
async function endOf(lab: Lab<Solution>, attempt: () => Promise<unknown>, error: unknown): Promise<End> {
  try {
    const value = await attempt();
    return { ended: `the value ${JSON.stringify(value)}`, isSame: false, atMs: lab.now() };
  } catch (caught) {
    return { ended: String(caught), isSame: caught === error, atMs: lab.now() };
  }
}

export default {
  'a value passes through': {
    async run(lab) {
      const { charge, report } = lab.simulate({
        charge: { ms: 150, value: { receipt: 12 } },
        report: { ms: 200 },
      });
      const guard = lab.solution.makeBoundary(report);
      return await guard('pay', () => charge());
    },
  },

  'a failure is reported, and fails on': {
    async run(lab) {
      const error = new Error('Card is refused');
      const { charge, report } = lab.simulate({ charge: { ms: 150, rejects: error }, report: { ms: 200 } });
      const guard = lab.solution.makeBoundary(report);
      const end = await endOf(lab, () => guard('pay', () => charge()), error);
      await lab.sleep(300);
      return end;
    },
  },

  'an error that passes two guards is reported once': {
    async run(lab) {
      const error = new Error('Card is refused');
      const { charge, report } = lab.simulate({ charge: { ms: 150, rejects: error }, report: { ms: 200 } });
      const guard = lab.solution.makeBoundary(report);
      const end = await endOf(
        lab,
        () => guard('checkout', async () => await guard('pay', () => charge())),
        error,
      );
      await lab.sleep(300);
      return end;
    },
  },

  'a report that fails disturbs nobody': {
    async run(lab) {
      const error = new Error('Card is refused');
      const { charge, report } = lab.simulate({
        charge: { ms: 150, rejects: error },
        report: { ms: 200, rejects: 'Log server is down' },
      });
      const guard = lab.solution.makeBoundary(report);
      const end = await endOf(lab, () => guard('pay', () => charge()), error);
      await lab.sleep(300);
      return end;
    },
  },

  'a task that throws at once': {
    hidden: true,
    async run(lab) {
      const part = lab.pick(['cart', 'stock', 'mail']);
      const error = new RangeError(`Fault ${lab.integer(100, 999)}`);
      const { report } = lab.simulate({ report: { ms: lab.integer(50, 90) } });
      const guard = lab.solution.makeBoundary(report);
      const task = (): Promise<unknown> => {
        throw error;
      };
      const end = await endOf(lab, () => guard(part, task), error);
      await lab.sleep(100);
      return { part, message: error.message, end };
    },
  },

  'equal messages are still two errors': {
    hidden: true,
    async run(lab) {
      const [first, second] = lab.shuffle(['cart', 'stock', 'mail']);
      const message = `Fault ${lab.integer(100, 999)}`;
      const { charge, report } = lab.simulate({
        charge: { ms: 40, rejects: () => new Error(message) },
        report: { ms: 20 },
      });
      const guard = lab.solution.makeBoundary(report);
      for (const part of [first ?? '', second ?? '']) await lab.outcomeOf(() => guard(part, () => charge()));
      await lab.sleep(100);
      return { first, second };
    },
  },

  'any depth of guards, and a task that goes on after a failure': {
    hidden: true,
    async run(lab) {
      const error = new TypeError(`Fault ${lab.integer(100, 999)}`);
      const value = lab.integer(10, 99);
      const { charge, send, report } = lab.simulate({
        charge: { ms: lab.integer(20, 60), rejects: error },
        send: { ms: 30, value },
        report: { ms: 500 },
      });
      const guard = lab.solution.makeBoundary(report);
      const shop = async (): Promise<unknown> => {
        await guard(
          'checkout',
          async () => await guard('pay', async () => await guard('card', () => charge())),
        ).catch(() => {});
        return await guard('parcel', () => send());
      };
      const end = await endOf(lab, () => guard('shop', shop), error);
      return { value, end };
    },
  },
} satisfies Scenarios<Solution>;
