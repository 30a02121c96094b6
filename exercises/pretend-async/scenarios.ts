import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;

/** Notes when each tick of a timer comes, as long as `checking` goes on. */
async function tickBeside(
  lab: Lab<Solution>,
  everyMs: number,
  checking: Promise<unknown>,
): Promise<number[]> {
  const tickedMs: number[] = [];
  let isOver = false;
  const end = checking.then(() => (isOver = true));
  while (!isOver) {
    await lab.sleep(everyMs);
    if (!isOver) tickedMs.push(lab.now());
  }
  await end;
  return tickedMs;
}

export default {
  'eight pages block the loop for one page at a time': {
    async run(lab) {
      const pages = Array.from({ length: 8 }, (_, index) => `page ${index + 1}`);
      return await lab.solution.checkPages(pages, (page) => {
        lab.work(40);
        return [`${page}: teh`];
      });
    },
  },

  'a timer keeps its time': {
    async run(lab) {
      const pages = Array.from({ length: 8 }, (_, index) => `page ${index + 1}`);
      const checking = lab.solution.checkPages(pages, () => {
        lab.work(40);
        return [];
      });
      return await tickBeside(lab, 50, checking);
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
      const checked: string[] = [];
      const pages = pagesMs.map((_, index) => `page ${index}`);
      const words = await lab.solution.checkPages(lab.copy(pages), (page) => {
        lab.work(pagesMs[pages.indexOf(page)] ?? 0);
        checked.push(page);
        return [`${page}: teh`];
      });
      return { pages, pagesMs, checked, words };
    },
  },

  'a page that cannot be read ends the check': {
    hidden: true,
    async run(lab) {
      const number = lab.integer(2, 5);
      const checked: string[] = [];
      const pages = Array.from({ length: 8 }, (_, index) => `page ${index + 1}`);
      const outcome = await lab.outcomeOf(() =>
        lab.solution.checkPages(pages, (page) => {
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
