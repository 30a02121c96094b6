import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;
type Entry = solution.Entry;

const night: Entry[] = [
  { level: 'info', text: 'Started' },
  { level: 'error', text: 'No paper' },
  { level: 'fatal', text: 'On fire' },
  { level: 'error', text: 'Too hot' },
  { level: 'fatal', text: 'Melted' },
  { level: 'info', text: 'Rain' },
];

/** Four to eight entries that are not fatal. */
function someEntries(lab: Lab<Solution>): Entry[] {
  return Array.from({ length: lab.integer(4, 8) }, (_, index) => ({
    level: lab.pick<Entry['level']>(['info', 'warning', 'error', 'error']),
    text: `Line ${index} (${lab.integer(100, 999)})`,
  }));
}

export default {
  'errors are listed in the order of the log': {
    async run(lab) {
      const { openLog } = lab.simulate({
        openLog: {
          everyMs: 50,
          items: [
            { level: 'error', text: 'No paper' },
            { level: 'warning', text: 'Low on ink' },
            { level: 'info', text: 'Door opened' },
            { level: 'error', text: 'Door stuck' },
          ],
        },
      });
      return await lab.solution.readErrors(openLog);
    },
  },

  'reading stops at the first fatal entry': {
    async run(lab) {
      const { openLog } = lab.simulate({ openLog: { everyMs: 50, items: night } });
      return await lab.solution.readErrors(openLog);
    },
  },

  'a log that you leave early is closed': {
    async run(lab) {
      const { openLog } = lab.simulate({
        openLog: {
          everyMs: 20,
          items: [
            { level: 'fatal', text: 'Out of memory' },
            { level: 'info', text: 'Restarted' },
          ],
        },
      });
      return await lab.solution.readErrors(openLog);
    },
  },

  'a log without entries gives an empty report': {
    hidden: true,
    async run(lab) {
      const { openLog } = lab.simulate({ openLog: { everyMs: 50, items: [] } });
      return await lab.solution.readErrors(openLog);
    },
  },

  'a log that breaks off is an error': {
    hidden: true,
    async run(lab) {
      const entries = someEntries(lab);
      const cutAt = lab.integer(1, 3);
      const { openLog } = lab.simulate({
        openLog: { everyMs: 30, items: entries, rejects: { [cutAt]: 'Log was cut off' } },
      });
      const outcome = await lab.outcomeOf(() => lab.solution.readErrors(openLog));
      return { cutAt, outcome };
    },
  },

  'any log is read up to its first fatal entry': {
    hidden: true,
    async run(lab) {
      const before = someEntries(lab);
      const fatal = { level: 'fatal', text: `Gone (${lab.integer(100, 999)})` } as const;
      const entries = [...before, fatal, ...someEntries(lab), { ...fatal, text: 'Gone again' }];
      const latenciesMs = entries.map(() => lab.integer(10, 90));
      const { openLog } = lab.simulate({ openLog: { everyMs: latenciesMs, items: entries } });
      const inputs = lab.copy({ before, fatal, latenciesMs });
      return { ...inputs, report: await lab.solution.readErrors(openLog) };
    },
  },
} satisfies Scenarios<Solution>;
