import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;
type User = solution.User;
type Page = solution.Page;

const names = ['Ada', 'Bo', 'Cleo', 'Dan', 'Eve', 'Finn', 'Gus', 'Hana', 'Ivo'];

/** Pages with so many users each, linked by cursors that nobody can guess. */
function makePages(lab: Lab<Solution>, sizes: number[]): Page[] {
  const cursors = sizes.map((_, index) => `${lab.pick(['b', 'k', 'x'])}${index}${lab.integer(10, 99)}`);
  let id = 0;
  return sizes.map((size, index) => ({
    users: Array.from({ length: size }, () => ({ id: (id += 1), name: names[id % names.length] ?? '' })),
    next: cursors[index + 1] ?? null,
  }));
}

/** The page that a cursor stands for, if it does. */
function pageAt(pages: Page[], cursor: unknown): Page | undefined {
  if (cursor === null) return pages[0];
  const before = pages.findIndex(({ next }) => next === cursor);
  return before === -1 ? undefined : pages[before + 1];
}

function simulatePages(lab: Lab<Solution>, pages: Page[], ms: number[]) {
  return lab.simulate({
    fetchPage: {
      ms,
      value: (cursor: unknown) => lab.copy(pageAt(pages, cursor)),
      rejects: ([cursor]) => (pageAt(pages, cursor) === undefined ? 'No such page' : undefined),
    },
  }).fetchPage;
}

export default {
  'the users of all pages come in order': {
    async run(lab) {
      const fetchPage = simulatePages(lab, makePages(lab, [3, 2, 1]), [100]);
      const users: User[] = [];
      for await (const user of lab.solution.allUsers(fetchPage)) users.push(user);
      return users;
    },
  },

  'the first user is there after the first page': {
    async run(lab) {
      const fetchPage = simulatePages(lab, makePages(lab, [2, 2, 2]), [100]);
      for await (const user of lab.solution.allUsers(fetchPage)) return user;
      return null;
    },
  },

  'a page is asked for only when it is needed': {
    async run(lab) {
      const fetchPage = simulatePages(lab, makePages(lab, [2, 2, 2]), [100]);
      const seen: { id: number; atMs: number }[] = [];
      for await (const { id } of lab.solution.allUsers(fetchPage)) {
        seen.push({ id, atMs: lab.now() });
        if (id === 4) break;
        await lab.sleep(500);
      }
      return seen;
    },
  },

  'nothing is asked for before somebody wants a user': {
    hidden: true,
    async run(lab) {
      const waitMs = lab.integer(100, 300);
      const fetchPage = simulatePages(lab, makePages(lab, [1]), [80]);
      const users = lab.solution.allUsers(fetchPage);
      await lab.sleep(waitMs);
      const seen: number[] = [];
      for await (const { id } of users) seen.push(id);
      return { waitMs, seen };
    },
  },

  'a page without users is not the end': {
    hidden: true,
    async run(lab) {
      const sizes = [0, lab.integer(1, 4), 0, 0, lab.integer(1, 4), 0];
      const latenciesMs = sizes.map(() => lab.integer(20, 200));
      const pages = makePages(lab, sizes);
      const fetchPage = simulatePages(lab, pages, latenciesMs);
      const seen: User[] = [];
      for await (const user of lab.solution.allUsers(fetchPage)) seen.push(user);
      return { pages, latenciesMs, seen };
    },
  },

  'a page that cannot be fetched fails the loop, after the users before it': {
    hidden: true,
    async run(lab) {
      const pages = makePages(lab, [2, lab.integer(1, 3), 2]);
      const failing = pages[1]?.next;
      const { fetchPage } = lab.simulate({
        fetchPage: {
          ms: 60,
          value: (cursor: unknown) => lab.copy(pageAt(pages, cursor)),
          rejects: ([cursor]) => (cursor === failing ? 'Server is busy' : undefined),
        },
      });
      const seen: number[] = [];
      const outcome = await lab.outcomeOf(async () => {
        for await (const { id } of lab.solution.allUsers(fetchPage)) seen.push(id);
      });
      return { pages, seen, outcome };
    },
  },

  'two lists do not disturb each other': {
    hidden: true,
    async run(lab) {
      const pages = makePages(lab, [1, 2, 1]);
      const fetchPage = simulatePages(lab, pages, [40]);
      const walk = async (startMs: number, pauseMs: number): Promise<number[]> => {
        const seen: number[] = [];
        await lab.sleep(startMs);
        for await (const { id } of lab.solution.allUsers(fetchPage)) {
          seen.push(id);
          await lab.sleep(pauseMs);
        }
        return seen;
      };
      const [quick, slow] = await Promise.all([walk(0, 10), walk(lab.integer(55, 75), 90)]);
      return { quick, slow };
    },
  },
} satisfies Scenarios<Solution>;
