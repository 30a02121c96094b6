import type { Lab, Outcome, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;
type Question = { atMs: number; key: string };

function userOf(key: string): string {
  return `user ${key}`;
}

function endOf(outcome: Outcome): string {
  return 'error' in outcome ? `${outcome.error.name}: ${outcome.error.message}` : String(outcome.value);
}

/** Questions for a few keys at multiples of 10 ms, so that none comes in the very moment of an answer. */
function someQuestions(lab: Lab<Solution>, keys: string[]): Question[] {
  let atMs = 0;
  return Array.from({ length: 18 }, () => {
    atMs += lab.integer(1, 9) * 10;
    return { atMs, key: lab.pick(keys) };
  });
}

export default {
  'three widgets ask for the same user at once': {
    async run(lab) {
      const { load } = lab.simulate({ load: { ms: 200, value: userOf } });
      const loadUser = lab.solution.cached<string>(load);
      return await Promise.all([loadUser('ada'), loadUser('ada'), loadUser('ada')]);
    },
  },

  'a user who is there is not loaded again': {
    async run(lab) {
      const { load } = lab.simulate({ load: { ms: ([key]) => (key === 'ada' ? 200 : 120), value: userOf } });
      const loadUser = lab.solution.cached<string>(load);
      const users = await Promise.all([loadUser('ada'), loadUser('bo')]);
      await lab.sleep(300);
      users.push(await loadUser('bo'), await loadUser('ada'));
      return users;
    },
  },

  'a failure is not kept': {
    async run(lab) {
      const { load } = lab.simulate({ load: { ms: [200, 100], value: userOf, rejects: ['Server is busy'] } });
      const loadUser = lab.solution.cached<string>(load);
      const both = await Promise.all(['ada', 'ada'].map((key) => lab.outcomeOf(() => loadUser(key))));
      await lab.sleep(300);
      return { both: both.map(endOf), later: endOf(await lab.outcomeOf(() => loadUser('ada'))) };
    },
  },

  'who hears of a failure can ask again at once': {
    hidden: true,
    async run(lab) {
      const failsAfterMs = lab.integer(30, 90);
      const { load } = lab.simulate({
        load: { ms: [failsAfterMs, 100], value: userOf, rejects: ['Server is busy'] },
      });
      const loadUser = lab.solution.cached<string>(load);
      const user = await loadUser('ada').catch(() => loadUser('ada'));
      return { failsAfterMs, user };
    },
  },

  'any key, any value': {
    hidden: true,
    async run(lab) {
      const keys = lab.shuffle(['', '0', 'constructor', '__proto__', 'valueOf', 'ada']);
      const values = lab.shuffle<unknown>([null, 0, '', undefined, false, 'Ada']);
      const { load } = lab.simulate({ load: { ms: 50, value: (key: string) => values[keys.indexOf(key)] } });
      const get = lab.solution.cached<unknown>(load);
      const first = await Promise.all(keys.map((key) => get(key)));
      const second = await Promise.all(keys.map((key) => get(key)));
      return { keys, values, first, second };
    },
  },

  'any questions, at any time': {
    hidden: true,
    async run(lab) {
      const keys = ['ada', 'bo', 'cy'];
      const questions = someQuestions(lab, keys);
      const loadMs = lab.integer(15, 30) * 10 + 5;
      const failing = lab.pick(keys);
      const { load } = lab.simulate({
        load: { ms: loadMs, value: userOf, rejects: ([key]) => (key === failing ? 'Not found' : undefined) },
      });
      const get = lab.solution.cached<string>(load);
      const ends = await Promise.all(
        questions.map(async ({ atMs, key }) => {
          await lab.sleep(atMs);
          return `${endOf(await lab.outcomeOf(() => get(key)))} at ${lab.now()} ms`;
        }),
      );
      return { questions, loadMs, failing, ends };
    },
  },

  'two caches share nothing': {
    hidden: true,
    async run(lab) {
      const { cached } = lab.solution;
      const { loadUser, loadTeam } = lab.simulate({
        loadUser: { ms: 40, value: userOf },
        loadTeam: { ms: 60, value: (key: string) => `team ${key}` },
      });
      const key = lab.pick(['ada', 'bo', 'cy']);
      const [getUser, getTeam] = [
        cached<string>((name) => loadUser(name)),
        cached<string>((name) => loadTeam(name)),
      ];
      return { key, found: await Promise.all([getUser(key), getTeam(key)]) };
    },
  },
} satisfies Scenarios<Solution>;
