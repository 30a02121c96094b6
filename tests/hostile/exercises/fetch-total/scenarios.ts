import type { Lab, Scenarios } from '#grader/author.ts';

type Item = { id: number; value: number };
type Api = { fetchItem(id: number): Promise<Item> };
type Solution = { solve(input: { ids: number[] }, api: Api): Promise<{ total: number; count: number }> };

async function solve(lab: Lab<Solution>, ids: number[]): Promise<unknown> {
  const { fetchItem } = lab.simulate({
    fetchItem: { ms: 100, value: (id: number) => ({ id, value: id * 7 + 3 }) },
  });
  return await lab.solution.solve({ ids }, { fetchItem });
}

export default {
  'three items': { run: async (lab) => await solve(lab, [1, 2, 3]) },
  'no items': { run: async (lab) => await solve(lab, []) },
  'repeated items': { hidden: true, run: async (lab) => await solve(lab, [5, 5, 9, 12]) },
} satisfies Scenarios<Solution>;
