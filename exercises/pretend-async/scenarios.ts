import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;

type Watched<Value> = { value: Value; latestMs: number; tookMs: number };

/** Runs `attempt` beside a timer that wants a turn in every ms, and tells by how much it was late at most. */
async function watch<Value>(lab: Lab<Solution>, attempt: () => Promise<Value>): Promise<Watched<Value>> {
  const seen = { latestMs: 0, isOver: false };
  async function tick(): Promise<void> {
    while (!seen.isOver) {
      const dueMs = lab.now() + 1;
      await lab.sleep(1);
      seen.latestMs = Math.max(seen.latestMs, lab.now() - dueMs);
    }
  }
  const ticking = tick();
  const startMs = lab.now();
  const value = await attempt();
  const tookMs = lab.now() - startMs;
  seen.isOver = true;
  await ticking;
  return { value, latestMs: seen.latestMs, tookMs };
}

function pageNames(length: number): string[] {
  return Array.from({ length }, (_, index) => `page ${index + 1}`);
}

export default {
  'eight pages block the loop for one page at a time': {
    async run(lab) {
      return await watch(
        lab,
        async () =>
          await lab.solution.checkPages(pageNames(8), (page) => {
            lab.work(40);
            return [`${page}: teh`];
          }),
      );
    },
  },

  'a timer keeps its time': {
    async run(lab) {
      const ticksMs: number[] = [];
      const ticking = [30, 130, 230].map(async (dueMs) => {
        await lab.sleep(dueMs);
        ticksMs.push(lab.now());
      });
      await lab.solution.checkPages(pageNames(8), () => {
        lab.work(40);
        return [];
      });
      const ticks = ticksMs.length;
      await Promise.all(ticking);
      return { ticks, ticksMs };
    },
  },

  'words come in the order of the pages': {
    async run(lab) {
      const words: { [page: string]: string[] } = { one: ['teh', 'wich'], two: [], three: ['recieve'] };
      return await lab.solution.checkPages(['three', 'two', 'one'], (page) => {
        lab.work(10);
        return words[page] ?? [];
      });
    },
  },

  'any pages take no longer than the computing': {
    hidden: true,
    async run(lab) {
      const pagesMs = Array.from({ length: lab.integer(6, 14) }, () => lab.integer(5, 60));
      const pages = pageNames(pagesMs.length);
      const checked: string[] = [];
      const watched = await watch(
        lab,
        async () =>
          await lab.solution.checkPages(lab.copy(pages), (page) => {
            lab.work(pagesMs[pages.indexOf(page)] ?? 0);
            checked.push(page);
            return [`${page}: teh`];
          }),
      );
      return { pages, pagesMs, checked, ...watched };
    },
  },

  'a page that cannot be read ends the check': {
    hidden: true,
    async run(lab) {
      const number = lab.integer(2, 5);
      const checked: string[] = [];
      const outcome = await lab.outcomeOf(() =>
        lab.solution.checkPages(pageNames(8), (page) => {
          lab.work(10);
          checked.push(page);
          if (page === `page ${number}`) throw new RangeError(`Cannot read ${page}`);
          return [];
        }),
      );
      await lab.sleep(500);
      return { number, message: 'error' in outcome ? outcome.error.message : 'none', checked };
    },
  },

  'no pages give no words': {
    hidden: true,
    async run(lab) {
      return await lab.solution.checkPages([], () => ['teh']);
    },
  },
} satisfies Scenarios<Solution>;
