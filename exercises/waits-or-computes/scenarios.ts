import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;
type Job = solution.Job;
type Shift = { name: string; startMs: number; endMs: number };

/** The same jobs, with a list of who ran from when to when. */
function withShifts(lab: Lab<Solution>, jobs: Job[]): { jobs: Job[]; shifts: Shift[] } {
  const shifts: Shift[] = [];
  const recorded = jobs.map(({ name, run }) => {
    const begin = (): Shift => {
      const shift = { name, startMs: lab.now(), endMs: -1 };
      shifts.push(shift);
      return shift;
    };
    return { name, run: () => recordEnd(lab, begin(), run) };
  });
  return { jobs: recorded, shifts };
}

/** Runs a job and notes its end, without making a promise of a plain value or of an exception. */
function recordEnd(lab: Lab<Solution>, shift: Shift, run: () => unknown): unknown {
  const end = (): void => {
    shift.endMs = lab.now();
  };
  let result: unknown;
  try {
    result = run();
  } catch (error) {
    end();
    throw error;
  }
  if (result instanceof Promise) return result.finally(end);
  end();
  return result;
}

export default {
  'a promise, or none, proves nothing': {
    async run(lab) {
      const { fetchMail } = lab.simulate({ fetchMail: { ms: 200, value: 'mail' } });
      return await lab.solution.sortWork([
        { name: 'mail', run: () => fetchMail() },
        { name: 'chart', run: () => lab.work(300) },
        // oxlint-disable-next-line typescript/require-await -- this is the trap
        { name: 'thumbnails', run: async () => lab.work(250) },
      ]);
    },
  },

  'computing after an await is computing too': {
    async run(lab) {
      const { readFile } = lab.simulate({ readFile: { ms: 240, value: 'text' } });
      return await lab.solution.sortWork([
        { name: 'backup', run: async () => await readFile() },
        {
          name: 'report',
          run: async () => {
            await Promise.resolve();
            lab.work(200);
            await Promise.resolve();
          },
        },
      ]);
    },
  },

  'the jobs run one after another': {
    async run(lab) {
      const { fetchMail, fetchNews } = lab.simulate({ fetchMail: { ms: 150 }, fetchNews: { ms: 120 } });
      const { jobs, shifts } = withShifts(lab, [
        { name: 'mail', run: () => fetchMail() },
        { name: 'chart', run: () => lab.work(100) },
        { name: 'news', run: () => fetchNews() },
      ]);
      const sorted = await lab.solution.sortWork(jobs);
      return { sorted, shifts };
    },
  },

  'a little of the other does not count': {
    hidden: true,
    async run(lab) {
      const { search, load } = lab.simulate({
        search: { ms: lab.integer(180, 300) },
        load: { ms: lab.integer(20, 60) },
      });
      const stretchMs = lab.integer(50, 55);
      return await lab.solution.sortWork([
        {
          name: 'index',
          run: async () => {
            lab.work(20);
            await search();
          },
        },
        {
          name: 'film',
          run: async () => {
            await load();
            lab.work(300);
          },
        },
        {
          name: 'sums',
          run: async () => {
            for (let stretch = 0; stretch < 5; stretch += 1) {
              lab.work(stretchMs);
              await lab.sleep(12);
            }
          },
        },
      ]);
    },
  },

  'a job that fails is sorted, too': {
    hidden: true,
    async run(lab) {
      const { fetchMail } = lab.simulate({ fetchMail: { ms: lab.integer(100, 200), rejects: 'Offline' } });
      return await lab.solution.sortWork([
        { name: 'mail', run: () => fetchMail() },
        {
          name: 'chart',
          run: () => {
            lab.work(150);
            throw new RangeError('Too many points');
          },
        },
        { name: 'news', run: () => lab.sleep(120) },
      ]);
    },
  },

  'any list of jobs, also an empty one': {
    hidden: true,
    async run(lab) {
      const { sortWork } = lab.solution;
      const plans = Array.from({ length: lab.integer(4, 8) }, (_, index) => ({
        name: `job ${lab.integer(10, 99)}-${index}`,
        ms: lab.integer(100, 400),
        kind: lab.pick(['waits', 'computes']),
      }));
      const planned = plans.map(({ name, ms, kind }) => ({
        name,
        run: async () => (kind === 'waits' ? await lab.sleep(ms) : lab.work(ms)),
      }));
      const { jobs, shifts } = withShifts(lab, planned);
      const sorted = await sortWork(jobs);
      return { plans, shifts, sorted, sortedNothing: await sortWork([]) };
    },
  },
} satisfies Scenarios<Solution>;
