import type { Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

export default {
  'the line tells how long the task took': {
    async run(lab) {
      const { fetchPage } = lab.simulate({
        fetchPage: { ms: [200, 150], value: (page: number) => `page ${page}` },
      });
      const first = await lab.solution.timed('load', () => fetchPage(1));
      return [first, await lab.solution.timed('load', () => fetchPage(2))];
    },
  },

  'a task that fails is timed too': {
    async run(lab) {
      const { fetchPage } = lab.simulate({
        fetchPage: { ms: [120, 200], rejects: ['Page is gone'], value: 'page 1' },
      });
      const first = await lab.outcomeOf(() => lab.solution.timed('load', () => fetchPage(1)));
      return { first, second: await lab.solution.timed('load', () => fetchPage(1)) };
    },
  },

  'two runs at once are timed each for itself': {
    async run(lab) {
      const { fetchPage } = lab.simulate({
        fetchPage: { ms: [300, 100], value: (page: number) => `page ${page}` },
      });
      const attempt = (page: number) => lab.solution.timed('load', () => fetchPage(page));
      const slow = attempt(1);
      await lab.sleep(50);
      return await Promise.all([slow, attempt(2)]);
    },
  },

  'each label has its own numbers': {
    hidden: true,
    async run(lab) {
      const [one, other] = lab.shuffle(['load', 'save', 'scan', 'sort']);
      const latenciesMs = [lab.integer(10, 90), lab.integer(100, 190), lab.integer(200, 290)];
      const { work } = lab.simulate({ work: { ms: latenciesMs } });
      const labels = [one ?? '', other ?? '', one ?? ''];
      for (const label of labels) await lab.solution.timed(label, () => work());
      return { one, other, latenciesMs };
    },
  },

  'a task that throws at once': {
    hidden: true,
    async run(lab) {
      const message = `Fault ${lab.integer(100, 999)}`;
      const outcome = await lab.outcomeOf(() =>
        lab.solution.timed('parse', () => {
          throw new RangeError(message);
        }),
      );
      return { message, outcome };
    },
  },

  'any number of runs, some of which fail': {
    hidden: true,
    async run(lab) {
      const runs = lab.shuffle([30, 60, 90, 120, 150]).map((ms) => ({ ms, fails: lab.random() < 0.5 }));
      const { work } = lab.simulate({
        work: {
          ms: runs.map(({ ms }) => ms),
          rejects: runs.map(({ fails }) => (fails ? 'No luck' : undefined)),
          value: 'done',
        },
      });
      const outcomes = await Promise.all(
        runs.map(() => lab.outcomeOf(() => lab.solution.timed('job', () => work()))),
      );
      return {
        runs,
        ended: outcomes.map((outcome) => ('error' in outcome ? outcome.error.message : outcome.value)),
      };
    },
  },
} satisfies Scenarios<typeof solution>;
