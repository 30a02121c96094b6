import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;

/** A line of the report as an error: each message has the next one as its cause. */
function chain(messages: string[]): Error {
  const [message, ...below] = messages;
  return new Error(message, below.length > 0 ? { cause: chain(below) } : {});
}

function faults(lab: Lab<Solution>, count: number): string[] {
  return Array.from({ length: count }, () => `Fault ${lab.integer(100, 999)}`);
}

export default {
  'a task that succeeds has nothing to report': {
    async run(lab) {
      const { buildPage } = lab.simulate({ buildPage: { ms: 60, value: 'A page' } });
      return await lab.solution.whatFailed(() => buildPage());
    },
  },

  'a chain of causes is one line': {
    async run(lab) {
      const messages = ['The page stays empty', 'North is down', 'Cable is cut'];
      const { buildPage } = lab.simulate({ buildPage: { ms: 40, rejects: () => chain(messages) } });
      return await lab.solution.whatFailed(() => buildPage());
    },
  },

  'many errors at once are many lines': {
    async run(lab) {
      const { askNorth, askSouth } = lab.simulate({
        askNorth: { ms: 90, rejects: 'North is down' },
        askSouth: { ms: 50, rejects: 'South took too long' },
      });
      return await lab.solution.whatFailed(async () => {
        try {
          await Promise.any([askNorth(), askSouth()]);
        } catch (error) {
          throw new Error('The page stays empty', { cause: error });
        }
      });
    },
  },

  'not everything that is thrown is an Error': {
    async run(lab) {
      const { print } = lab.simulate({
        print: { ms: 40, rejects: () => new Error('Nothing is printed', { cause: 'Out of ink' }) },
      });
      return await lab.solution.whatFailed(() => print());
    },
  },

  'an error among many has causes of its own': {
    hidden: true,
    async run(lab) {
      const first = faults(lab, lab.integer(2, 4));
      const second = faults(lab, 1);
      const third = faults(lab, 2);
      const [outer = '', inner = ''] = faults(lab, 2);
      const { work } = lab.simulate({
        work: {
          ms: lab.integer(10, 90),
          rejects: () =>
            new AggregateError(
              [chain(first), new AggregateError([chain(second), chain(third)], inner), chain(second)],
              outer,
            ),
        },
      });
      const report = await lab.solution.whatFailed(() => work());
      return { outer, inner, first, second, third, report };
    },
  },

  'an empty list of errors is an end of the chain': {
    hidden: true,
    async run(lab) {
      const messages = faults(lab, 2);
      const [outer = '', none = ''] = messages;
      const { work } = lab.simulate({
        work: { ms: 20, rejects: () => new Error(outer, { cause: new AggregateError([], none) }) },
      });
      return { messages, report: await lab.solution.whatFailed(() => work()) };
    },
  },

  'a task that throws at once is reported like the others': {
    hidden: true,
    async run(lab) {
      const messages = faults(lab, 3);
      const outcome = await lab.outcomeOf(() =>
        lab.solution.whatFailed(() => {
          throw chain(messages);
        }),
      );
      return { messages, outcome };
    },
  },

  'a bare value is its own line': {
    hidden: true,
    async run(lab) {
      const number = lab.integer(1, 99);
      const { work } = lab.simulate({
        work: { ms: 30, rejects: () => new AggregateError(['Out of ink', null, number], 'Printer') },
      });
      return { number, report: await lab.solution.whatFailed(() => work()) };
    },
  },
} satisfies Scenarios<Solution>;
