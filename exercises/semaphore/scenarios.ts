import type { Lab, Outcome, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;

function pagesOf(file: string): string {
  return `pages of ${file}`;
}

function endOf(outcome: Outcome): string {
  return 'error' in outcome ? `${outcome.error.name}: ${outcome.error.message}` : String(outcome.value);
}

/** Jobs that come one after the other, each with its latency; about a third of them fails. */
function someJobs(lab: Lab<Solution>): { atMs: number; ms: number; fails: boolean }[] {
  let atMs = 0;
  return Array.from({ length: lab.integer(10, 16) }, () => {
    atMs += lab.integer(1, 60);
    return { atMs, ms: lab.integer(20, 250), fails: lab.random() < 0.33 };
  });
}

export default {
  'five jobs, two printers': {
    async run(lab) {
      const { print } = lab.simulate({ print: { ms: 100, value: pagesOf } });
      const printers = lab.solution.makeSemaphore(2);
      const files = ['menu', 'map', 'letter', 'poster', 'list'];
      return await Promise.all(files.map((file) => printers.use(() => print(file))));
    },
  },

  'a job that fails gives its place back': {
    async run(lab) {
      const { print } = lab.simulate({ print: { ms: 60, value: pagesOf, rejects: ['Paper jam'] } });
      const printers = lab.solution.makeSemaphore(1);
      const outcomes = await Promise.all(
        ['menu', 'map'].map((file) => lab.outcomeOf(() => printers.use(() => print(file)))),
      );
      return outcomes.map(endOf);
    },
  },

  'nobody pushes in': {
    async run(lab) {
      const printers = lab.solution.makeSemaphore(1);
      const served: string[] = [];
      const servedMs: number[] = [];
      async function getInLine(name: string): Promise<void> {
        await printers.acquire();
        served.push(name);
        servedMs.push(lab.now());
      }
      const line = [getInLine('Ada'), getInLine('Bo')];
      await lab.sleep(100);
      printers.release();
      line.push(getInLine('Cy'));
      await lab.sleep(100);
      printers.release();
      await lab.sleep(100);
      printers.release();
      await Promise.all(line);
      return { served, servedMs };
    },
  },

  'a job that throws at once gives its place back, too': {
    hidden: true,
    async run(lab) {
      const printers = lab.solution.makeSemaphore(1);
      const number = lab.integer(10, 99);
      const { print } = lab.simulate({ print: { ms: 40, value: pagesOf } });
      const thrown = await lab.outcomeOf(() =>
        printers.use(() => {
          throw new RangeError(`No page ${number}`);
        }),
      );
      return { number, thrown: endOf(thrown), printed: await printers.use(() => print('map')) };
    },
  },

  'after a rush there are as many places as before': {
    hidden: true,
    async run(lab) {
      const places = lab.integer(2, 4);
      const { print, copy } = lab.simulate({
        print: { ms: 50, rejects: (_args, index) => (index % 2 === 0 ? 'Paper jam' : undefined) },
        copy: { ms: 100, value: pagesOf },
      });
      const printers = lab.solution.makeSemaphore(places);
      const rush = Array.from({ length: places * 3 }, () =>
        lab.outcomeOf(() => printers.use(() => print('map'))),
      );
      await Promise.all(rush);
      const copies = Array.from({ length: places + 1 }, () => printers.use(() => copy('map')));
      await Promise.all(copies);
      return { places };
    },
  },

  'any jobs, any number of places': {
    hidden: true,
    async run(lab) {
      const places = lab.integer(1, 4);
      const jobs = someJobs(lab);
      const { print } = lab.simulate({
        print: {
          ms: ([index]) => jobs[Number(index)]?.ms ?? 0,
          value: pagesOf,
          rejects: ([index]) => (jobs[Number(index)]?.fails ? 'Paper jam' : undefined),
        },
      });
      const printers = lab.solution.makeSemaphore(places);
      const outcomes = await Promise.all(
        jobs.map(async ({ atMs }, index) => {
          await lab.sleep(atMs);
          return endOf(await lab.outcomeOf(() => printers.use(() => print(index))));
        }),
      );
      return { places, jobs, outcomes };
    },
  },

  'two semaphores know nothing of each other': {
    hidden: true,
    async run(lab) {
      const { makeSemaphore } = lab.solution;
      const printMs = lab.integer(100, 190);
      const { print, scan } = lab.simulate({
        print: { ms: printMs, value: pagesOf },
        scan: { ms: 40, value: pagesOf },
      });
      const [printers, scanners] = [makeSemaphore(1), makeSemaphore(1)];
      const files = ['menu', 'map', 'letter'];
      await Promise.all(
        files.flatMap((file) => [printers.use(() => print(file)), scanners.use(() => scan(file))]),
      );
      return { printMs };
    },
  },
} satisfies Scenarios<Solution>;
