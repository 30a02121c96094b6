import type { Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

const ADDRESS = 'https://bus.test/stops/7';

export default {
  'a quick answer gives its data and leaves no timer behind': {
    async run(lab) {
      lab.fetch({ 'GET /stops/7': { ms: 120, bodyMs: 30, json: { line: 12, inMinutes: 4 } } });
      return await lab.solution.fetchWithin(ADDRESS, 1000);
    },
  },

  'a slow request is aborted exactly at the limit': {
    async run(lab) {
      lab.fetch({ 'GET /stops/7': { ms: 900, json: { line: 12 } } });
      return await lab.solution.fetchWithin(ADDRESS, 300);
    },
  },

  'a status that is not ok is a failure': {
    async run(lab) {
      lab.fetch({ 'GET /stops/7': { ms: 80, status: 404, json: { line: 12 } } });
      return await lab.solution.fetchWithin(ADDRESS, 300);
    },
  },

  'a network failure is reported, not thrown': {
    async run(lab) {
      lab.fetch({ 'GET /stops/7': { ms: 60, rejects: 'ECONNRESET' } });
      return await lab.solution.fetchWithin(ADDRESS, 300);
    },
  },

  'the limit holds for the body as well': {
    hidden: true,
    async run(lab) {
      const limitMs = lab.integer(200, 400);
      lab.fetch({ 'GET /stops/7': { ms: limitMs - lab.integer(20, 120), bodyMs: 500, json: { line: 12 } } });
      const answer = await lab.solution.fetchWithin(ADDRESS, limitMs);
      return { limitMs, answer };
    },
  },

  'no failure leaves a timer behind': {
    hidden: true,
    async run(lab) {
      const { fetchWithin } = lab.solution;
      const [offlineMs, brokenMs, garbledMs] = [
        lab.integer(20, 90),
        lab.integer(20, 90),
        lab.integer(20, 90),
      ];
      const status = lab.pick([400, 403, 500, 503]);
      lab.fetch({
        'GET /offline': { ms: offlineMs, rejects: 'ENOTFOUND' },
        'GET /broken': { ms: brokenMs, status, text: 'Out of order' },
        'GET /garbled': { ms: garbledMs, bodyMs: 10, text: 'Line 12 in 4 minutes' },
      });
      const offline = await fetchWithin('https://bus.test/offline', 700);
      const broken = await fetchWithin('https://bus.test/broken', 700);
      const garbled = await fetchWithin('https://bus.test/garbled', 700);
      return { totalMs: offlineMs + brokenMs + garbledMs + 10, status, offline, broken, garbled };
    },
  },

  'two requests at once do not disturb each other': {
    hidden: true,
    async run(lab) {
      const { fetchWithin } = lab.solution;
      const limitMs = lab.integer(100, 200);
      const line = lab.integer(1, 99);
      lab.fetch({
        'GET /near': { ms: limitMs + 50, json: { line } },
        'GET /far': { ms: 900, json: { line } },
      });
      const [near, far] = await Promise.all([
        fetchWithin('https://bus.test/near', limitMs + 100),
        fetchWithin('https://bus.test/far', limitMs),
      ]);
      return { limitMs, line, near, far };
    },
  },
} satisfies Scenarios<typeof solution>;
