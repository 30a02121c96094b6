import type { Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

export default {
  'lock, work, unlock': {
    async run(lab) {
      const { lock, unlock, saw } = lab.simulate({
        lock: { ms: 20 },
        saw: { ms: 200, value: 'two boards' },
        unlock: { ms: 30 },
      });
      return await lab.solution.withRoom(lock, unlock, () => saw());
    },
  },

  'the error of the task comes out': {
    async run(lab) {
      const { lock, unlock, saw } = lab.simulate({
        lock: { ms: 20 },
        saw: { ms: 200, rejects: 'Blade is broken' },
        unlock: { ms: 30 },
      });
      return await lab.outcomeOf(() => lab.solution.withRoom(lock, unlock, () => saw()));
    },
  },

  'a lock that fails leaves nothing to unlock': {
    async run(lab) {
      const { lock, unlock, saw } = lab.simulate({
        lock: { ms: 20, rejects: 'Lock is stuck' },
        saw: { ms: 200, value: 'two boards' },
        unlock: { ms: 30 },
      });
      return await lab.outcomeOf(() => lab.solution.withRoom(lock, unlock, () => saw()));
    },
  },

  'an unlock that fails takes nothing away': {
    async run(lab) {
      const { lock, unlock, saw } = lab.simulate({
        lock: { ms: 20 },
        saw: { ms: 200, value: 'two boards' },
        unlock: { ms: 30, rejects: 'Key is stuck' },
      });
      return await lab.outcomeOf(() => lab.solution.withRoom(lock, unlock, () => saw()));
    },
  },

  'a task that throws at once': {
    hidden: true,
    async run(lab) {
      const lockMs = lab.integer(10, 40);
      const unlockMs = lab.integer(10, 40);
      const { lock, unlock } = lab.simulate({ lock: { ms: lockMs }, unlock: { ms: unlockMs } });
      const outcome = await lab.outcomeOf(() =>
        lab.solution.withRoom(lock, unlock, () => {
          throw new RangeError('Board is too long');
        }),
      );
      return { bothMs: lockMs + unlockMs, outcome };
    },
  },

  'both the task and the unlock fail': {
    hidden: true,
    async run(lab) {
      const [ofTask, ofUnlock] = [`Fault ${lab.integer(100, 499)}`, `Fault ${lab.integer(500, 999)}`];
      const { lock, unlock, saw } = lab.simulate({
        lock: { ms: 20 },
        saw: { ms: lab.integer(50, 90), rejects: ofTask },
        unlock: { ms: 30, rejects: ofUnlock },
      });
      const outcome = await lab.outcomeOf(() => lab.solution.withRoom(lock, unlock, () => saw()));
      return { ofTask, ofUnlock, outcome };
    },
  },

  'any value comes out, an empty one too': {
    hidden: true,
    async run(lab) {
      const values = lab.shuffle([0, '', null, false, lab.integer(10, 99)]);
      const { lock, unlock, saw } = lab.simulate({
        lock: { ms: 5 },
        saw: { ms: 10, values },
        unlock: { ms: 5 },
      });
      const given: unknown[] = [];
      while (given.length < values.length) given.push(await lab.solution.withRoom(lock, unlock, () => saw()));
      return { values, given };
    },
  },
} satisfies Scenarios<typeof solution>;
