import type { Lab, Outcome, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;

function failure(message: string, code: string): Error {
  return Object.assign(new Error(message), { code });
}

/** Whether `attempt` rejects with this very error, and how it ends. */
async function endOf<Value>(
  attempt: () => Promise<Value>,
  error: Error,
): Promise<{ isSame: boolean; ended: Outcome<Value> }> {
  try {
    return { isSame: false, ended: { value: await attempt() } };
  } catch (caught) {
    const { name, message } = caught as Error;
    return { isSame: caught === error, ended: { error: { name, message } } };
  }
}

/** Settings as text, as a file holds them. */
function someSettings(lab: Lab<Solution>): solution.Settings {
  return { theme: lab.pick(['dark', 'blue', 'sand']), size: lab.integer(8, 40) };
}

export default {
  'settings from the file': {
    async run(lab) {
      const { readFile, upgrade } = lab.simulate({
        readFile: { ms: 40, value: '{"theme":"dark"}' },
        upgrade: { ms: 60, value: { theme: 'dark', size: 14 } },
      });
      return await lab.solution.loadSettings(readFile, upgrade);
    },
  },

  'without a file, the defaults': {
    async run(lab) {
      const { readFile, upgrade } = lab.simulate({
        readFile: { ms: 40, rejects: failure('ENOENT: no such file', 'ENOENT') },
        upgrade: { ms: 60, value: { theme: 'dark', size: 14 } },
      });
      return await lab.outcomeOf(() => lab.solution.loadSettings(readFile, upgrade));
    },
  },

  'a disk that is down is not a missing file': {
    async run(lab) {
      const error = failure('EIO: the disk is down', 'EIO');
      const { readFile, upgrade } = lab.simulate({
        readFile: { ms: 40, rejects: error },
        upgrade: { ms: 60, value: { theme: 'dark', size: 14 } },
      });
      return await endOf(() => lab.solution.loadSettings(readFile, upgrade), error);
    },
  },

  'a file that is no JSON is a fault': {
    async run(lab) {
      const { readFile, upgrade } = lab.simulate({
        readFile: { ms: 40, value: '{ "theme": "dark", }' },
        upgrade: { ms: 60, value: { theme: 'dark', size: 14 } },
      });
      return await lab.outcomeOf(() => lab.solution.loadSettings(readFile, upgrade));
    },
  },

  'a file that the upgrade misses is not this one': {
    hidden: true,
    async run(lab) {
      const error = failure(`ENOENT: no such file, ${lab.pick(['themes', 'fonts', 'icons'])}`, 'ENOENT');
      const { readFile, upgrade } = lab.simulate({
        readFile: { ms: lab.integer(20, 60), value: JSON.stringify(someSettings(lab)) },
        upgrade: { ms: lab.integer(20, 60), rejects: error },
      });
      return await endOf(() => lab.solution.loadSettings(readFile, upgrade), error);
    },
  },

  'it is the code that counts': {
    hidden: true,
    async run(lab) {
      const missing = failure(`Nothing there (${lab.integer(10, 99)})`, 'ENOENT');
      const lying = failure(
        `Not ENOENT, but ${lab.integer(10, 99)} others`,
        lab.pick(['EACCES', 'EIO', 'EBUSY']),
      );
      const { readFile, upgrade } = lab.simulate({
        readFile: { ms: [30, 50], rejects: [missing, lying] },
        upgrade: { ms: 60, value: { theme: 'dark', size: 14 } },
      });
      const first = await lab.outcomeOf(() => lab.solution.loadSettings(readFile, upgrade));
      return { first, second: await endOf(() => lab.solution.loadSettings(readFile, upgrade), lying) };
    },
  },

  'any settings are read, upgraded, and given': {
    hidden: true,
    async run(lab) {
      const [stored, upgraded] = [someSettings(lab), someSettings(lab)];
      const { readFile, upgrade } = lab.simulate({
        readFile: { ms: 30, value: JSON.stringify(stored) },
        upgrade: { ms: 50, value: upgraded },
      });
      return { stored, upgraded, settings: await lab.solution.loadSettings(readFile, upgrade) };
    },
  },
} satisfies Scenarios<Solution>;
