import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;
type Late = { server: string; atMs: number };

/** Operators who write down which server came too late, at which virtual ms. */
function operators(lab: Lab<Solution>) {
  const late: Late[] = [];
  const noteLate = (server: string): void => {
    late.push({ server, atMs: lab.now() });
  };
  return { late, noteLate };
}

export default {
  'the first answer wins': {
    async run(lab) {
      const { noteLate } = operators(lab);
      const { ask } = lab.simulate({
        ask: { ms: [400, 150], value: (server: string) => `Gate 4, says ${server}` },
      });
      return await lab.solution.firstAnswer(['north', 'south'], ask, noteLate);
    },
  },

  'an error that comes first wins too': {
    async run(lab) {
      const { noteLate } = operators(lab);
      const { ask } = lab.simulate({
        ask: { ms: [80, 200], value: 'Gate 4', rejects: { 0: 'No such flight' } },
      });
      return await lab.solution.firstAnswer(['north', 'south'], ask, noteLate);
    },
  },

  'the loser goes on and is noted when it is done': {
    async run(lab) {
      const { late, noteLate } = operators(lab);
      const { ask } = lab.simulate({ ask: { ms: [400, 150], value: 'Gate 4' } });
      const answer = await lab.solution.firstAnswer(['north', 'south'], ask, noteLate);
      const lateSoFar = lab.copy(late);
      await lab.sleep(500);
      return { answer, lateSoFar, late };
    },
  },

  'an error that comes late disturbs nobody': {
    hidden: true,
    async run(lab) {
      const { late, noteLate } = operators(lab);
      const lateMs = lab.integer(200, 400);
      const { ask } = lab.simulate({
        ask: { ms: [100, lateMs], value: 'Gate 7', rejects: { 1: 'Out of memory' } },
      });
      const answer = await lab.solution.firstAnswer(['north', 'south'], ask, noteLate);
      const answeredMs = lab.now();
      await lab.sleep(500);
      return { lateMs, answer, answeredMs, late };
    },
  },

  'any number of servers, at any speed': {
    hidden: true,
    async run(lab) {
      const { late, noteLate } = operators(lab);
      const servers = Array.from({ length: lab.integer(3, 6) }, (_, index) => `server-${index}`);
      const latenciesMs = lab.shuffle(servers.map((_, index) => index * 60 + lab.integer(20, 70)));
      const firstMs = Math.min(...latenciesMs);
      const { ask } = lab.simulate({
        ask: {
          ms: latenciesMs,
          value: null,
          rejects: (_args, index) => (latenciesMs[index] === firstMs ? undefined : 'Busy'),
        },
      });
      const answer = await lab.solution.firstAnswer(lab.copy(servers), ask, noteLate);
      const answeredMs = lab.now();
      await lab.sleep(600);
      return { servers, latenciesMs, answer, answeredMs, late };
    },
  },

  'two calls at once do not disturb each other': {
    hidden: true,
    async run(lab) {
      const { late, noteLate } = operators(lab);
      const shiftMs = lab.integer(1, 40);
      const { ask } = lab.simulate({
        ask: { ms: [100, 300 + shiftMs, 200, 400 + shiftMs], value: 'Gate 1' },
      });
      const { firstAnswer } = lab.solution;
      await Promise.all([
        firstAnswer(['north', 'south'], ask, noteLate),
        firstAnswer(['east', 'west'], ask, noteLate),
      ]);
      const answeredMs = lab.now();
      await lab.sleep(500);
      return { shiftMs, answeredMs, late };
    },
  },
} satisfies Scenarios<Solution>;
