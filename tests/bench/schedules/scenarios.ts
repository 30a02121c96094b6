import type { Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

const latenciesMs = [300, 100, 200];

export default {
  'right whoever answers first': {
    explore: { schedules: 100 },
    async run(lab) {
      const { request } = lab.simulate({
        request: {
          ms: (_args, index) => latenciesMs[index] ?? 0,
          value: (id: number) => ({ id, text: `answer ${id}` }),
        },
      });
      return await lab.solution.loadAll([1, 2, 3], request);
    },
  },
} satisfies Scenarios<typeof solution>;
