import type { Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

const route = 'GET https://people.test/profiles/:id';

export default {
  'a known person is loaded': {
    async run(lab) {
      lab.fetch({ [route]: { ms: 80, bodyMs: 40, json: { id: 7, name: 'Ada' } } });
      return await lab.solution.loadProfile(7);
    },
  },

  'an unknown person is null': {
    async run(lab) {
      lab.fetch({ [route]: { ms: 80, bodyMs: 300, status: 404, json: { message: 'Not found' } } });
      return await lab.solution.loadProfile(8);
    },
  },

  'without a network, the error of fetch comes through': {
    async run(lab) {
      lab.fetch({ [route]: { ms: 30, rejects: 'ECONNREFUSED' } });
      return await lab.solution.loadProfile(7);
    },
  },

  'a server in trouble is an error with its status': {
    hidden: true,
    async run(lab) {
      const { loadProfile } = lab.solution;
      const id = lab.integer(10, 99);
      const ms = lab.integer(20, 200);
      const statuses = lab.shuffle([400, 403, 410, 500, 503]);
      const answers = statuses.map((status) => ({ ms, bodyMs: 300, status, json: { message: 'Trouble' } }));
      lab.fetch({ [route]: answers });
      const outcomes = [];
      for (const status of statuses) {
        const startMs = lab.now();
        const outcome = await lab.outcomeOf(() => loadProfile(id));
        outcomes.push({ status, outcome, tookMs: lab.now() - startMs });
      }
      return { id, ms, outcomes };
    },
  },

  'every status from 200 to 299 is good': {
    hidden: true,
    async run(lab) {
      const profile = { id: lab.integer(1, 99), name: lab.pick(['Bo', 'Cem', 'Dora']) };
      const ms = lab.integer(20, 100);
      const bodyMs = lab.integer(5, 50);
      const status = lab.pick([201, 202, 203, 226]);
      lab.fetch({ [route]: { ms, bodyMs, status, json: profile } });
      return { profile, ms, bodyMs, loaded: await lab.solution.loadProfile(profile.id) };
    },
  },

  'a body that is no JSON is an error': {
    hidden: true,
    async run(lab) {
      lab.fetch({ [route]: { ms: 80, bodyMs: 20, text: '<h1>Welcome</h1>' } });
      return await lab.outcomeOf(() => lab.solution.loadProfile(lab.integer(1, 99)));
    },
  },
} satisfies Scenarios<typeof solution>;
