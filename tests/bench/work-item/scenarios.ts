import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;

const latenciesMs = [300, 100, 200];

function simulateRequest({ simulate }: Lab<Solution>) {
  return simulate({
    request: {
      ms: (_args, index) => latenciesMs[index] ?? 0,
      value: (id: number) => ({ id, text: `answer ${id}` }),
    },
  }).request;
}

async function loadThree(lab: Lab<Solution>): Promise<unknown> {
  return await lab.solution.loadAll([1, 2, 3], simulateRequest(lab));
}

export default {
  'answers come back in the order of the ids': { run: loadThree },
  'takes as long as the slowest request': { run: loadThree },
  'a failed request rejects at once': {
    async run(lab) {
      const { request } = lab.simulate({
        request: {
          ms: (_args, index) => latenciesMs[index] ?? 0,
          value: (id: number) => ({ id, text: `answer ${id}` }),
          rejects: ([id]) => (id === 2 ? 'no answer for 2' : undefined),
        },
      });
      return await lab.solution.loadAll([1, 2, 3], request);
    },
  },
  'all requests start before any ends': { run: loadThree },
  'an empty list asks for nothing': {
    async run(lab) {
      return await lab.solution.loadAll([], simulateRequest(lab));
    },
  },
} satisfies Scenarios<Solution>;
