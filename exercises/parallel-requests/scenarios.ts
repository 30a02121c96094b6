import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;

const names = ['Otter', 'Heron', 'Badger', 'Lynx', 'Marten', 'Stork', 'Vole', 'Wren'];

/** A list of 5 to 8 different ids in no order, each with a latency. */
function someLookups(lab: Lab<Solution>, lowMs: number, highMs: number): { id: number; ms: number }[] {
  const length = lab.integer(5, 8);
  return Array.from({ length }, (_, index) => ({
    id: lab.integer(1, 9) * 100 + index,
    ms: lab.integer(lowMs, highMs),
  }));
}

export default {
  'three lookups start together and take as long as one': {
    async run(lab) {
      const { fetchUser } = lab.simulate({
        fetchUser: { ms: 200, value: (id: number) => ({ id, name: names[id - 1] }) },
      });
      return await lab.solution.loadUsers([1, 2, 3], fetchUser);
    },
  },

  'users come back in the order of the ids, whoever answers first': {
    async run(lab) {
      const { fetchUser } = lab.simulate({
        fetchUser: {
          ms: [300, 100, 200],
          value: (id: number) => ({ id, name: names[id - 1] }),
        },
      });
      return await lab.solution.loadUsers([7, 3, 5], fetchUser);
    },
  },

  'the first failure reaches the caller at once': {
    async run(lab) {
      const { fetchUser } = lab.simulate({
        fetchUser: {
          ms: [300, 200, 100],
          value: (id: number) => ({ id, name: names[id - 1] }),
          rejects: ([id]) => (id === 1 ? undefined : `User ${String(id)} not found`),
        },
      });
      return await lab.solution.loadUsers([1, 2, 3], fetchUser);
    },
  },

  'an empty list gives an empty list and asks for nobody': {
    async run(lab) {
      const { fetchUser } = lab.simulate({ fetchUser: { ms: 200 } });
      return await lab.solution.loadUsers([], fetchUser);
    },
  },

  'any list of ids, at any speed': {
    hidden: true,
    async run(lab) {
      const lookups = someLookups(lab, 20, 400);
      const { fetchUser } = lab.simulate({
        fetchUser: {
          ms: ([id]) => lookups.find((lookup) => lookup.id === id)?.ms ?? 0,
          value: (id: number) => ({ id, name: `User ${id}` }),
        },
      });
      const ids = lookups.map(({ id }) => id);
      const users = await lab.solution.loadUsers([...ids], fetchUser);
      return { ids, latenciesMs: lookups.map(({ ms }) => ms), users };
    },
  },

  'a failure anywhere in the list': {
    hidden: true,
    async run(lab) {
      const lookups = someLookups(lab, 150, 400);
      const failing = lookups[lab.integer(0, lookups.length - 2)];
      const failsAtMs = lab.integer(20, 120);
      const { fetchUser } = lab.simulate({
        fetchUser: {
          ms: ([id]) => (id === failing?.id ? failsAtMs : (lookups.find((one) => one.id === id)?.ms ?? 0)),
          value: (id: number) => ({ id, name: `User ${id}` }),
          rejects: ([id]) => (id === failing?.id ? `User ${String(id)} not found` : undefined),
        },
      });
      const ids = lookups.map(({ id }) => id);
      const message = await lab.solution.loadUsers(ids, fetchUser).then(
        () => null,
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      );
      return { failingId: failing?.id, failsAtMs, message };
    },
  },
} satisfies Scenarios<Solution>;
