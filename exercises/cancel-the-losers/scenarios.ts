import type { Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

export default {
  'the first answer wins, and the others are aborted at that moment': {
    async run(lab) {
      const { north, south, east } = lab.simulate({
        north: { ms: 300, value: 'from north', abortable: true },
        south: { ms: 120, value: 'from south', abortable: true },
        east: { ms: 500, value: 'from east', abortable: true },
      });
      return await lab.solution.fastest([north, south, east]);
    },
  },

  'a server that is down does not matter': {
    async run(lab) {
      const { north, south, east } = lab.simulate({
        north: { ms: 50, rejects: 'North is down', abortable: true },
        south: { ms: 200, value: 'from south', abortable: true },
        east: { ms: 400, value: 'from east', abortable: true },
      });
      return await lab.solution.fastest([north, south, east]);
    },
  },

  'if all servers are down, it says why': {
    async run(lab) {
      const { north, south } = lab.simulate({
        north: { ms: 150, rejects: 'North is down', abortable: true },
        south: { ms: 50, rejects: 'South is down', abortable: true },
      });
      return await lab.solution.fastest([north, south]);
    },
  },

  'any number of sources, some of them down': {
    hidden: true,
    async run(lab) {
      const winnerMs = lab.integer(200, 300);
      const slowerMs = Array.from({ length: lab.integer(2, 4) }, () => winnerMs + lab.integer(20, 300));
      const downMs = Array.from({ length: lab.integer(1, 3) }, () => lab.integer(20, 150));
      const latenciesMs = lab.shuffle([winnerMs, ...slowerMs, ...downMs]);
      const { ask } = lab.simulate({
        ask: {
          ms: ([place]) => latenciesMs[Number(place)] ?? 0,
          value: (place: number) => `answer ${place}`,
          rejects: ([place]) => (downMs.includes(latenciesMs[Number(place)] ?? 0) ? 'Down' : undefined),
          abortable: true,
        },
      });
      const sources = latenciesMs.map(
        (_, place) => (options: object) => ask(place, options) as Promise<string>,
      );
      return { latenciesMs: lab.copy(latenciesMs), winnerMs, answer: await lab.solution.fastest(sources) };
    },
  },

  'a source that does not listen disturbs nobody': {
    hidden: true,
    async run(lab) {
      const winnerMs = lab.integer(20, 90);
      const { north, south, east } = lab.simulate({
        north: { ms: winnerMs, value: 'from north', abortable: true },
        south: { ms: winnerMs + 100, rejects: 'South is down' },
        east: { ms: winnerMs + 200, value: 'from east' },
      });
      const answer = await lab.solution.fastest([south, north, east]);
      const answeredAtMs = lab.now();
      await lab.sleep(600);
      return { winnerMs, answeredAtMs, answer };
    },
  },

  'two questions do not touch each other': {
    hidden: true,
    async run(lab) {
      const { fastest } = lab.solution;
      const quickMs = lab.integer(20, 90);
      const slowMs = lab.integer(200, 290);
      const { north, south, east, west } = lab.simulate({
        north: { ms: quickMs, value: 'from north', abortable: true },
        south: { ms: 900, value: 'from south', abortable: true },
        east: { ms: slowMs, value: 'from east', abortable: true },
        west: { ms: 900, value: 'from west', abortable: true },
      });
      const questions = [fastest([north, south]), fastest([west, east])];
      const answers = await Promise.allSettled(questions);
      return {
        quickMs,
        slowMs,
        answers: answers.map((one) => (one.status === 'fulfilled' ? one.value : 'it rejected')),
      };
    },
  },
} satisfies Scenarios<typeof solution>;
