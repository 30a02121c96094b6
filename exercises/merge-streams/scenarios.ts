import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;
type Seen = { news: unknown; atMs: number };

/** Shows what comes, with its time; `busyMs` for each. */
async function show(lab: Lab<Solution>, merged: AsyncIterable<unknown>, seen: Seen[], busyMs = 0) {
  for await (const news of merged) {
    seen.push({ news, atMs: lab.now() });
    if (busyMs > 0) await lab.sleep(busyMs);
  }
  return seen;
}

/** Seeded news of one place. Their times never meet those of a place with another `offsetMs`. */
function someNews(
  lab: Lab<Solution>,
  place: string,
  offsetMs: number,
): { items: string[]; everyMs: number[] } {
  const items = Array.from({ length: lab.integer(2, 6) }, (_, index) => `${place} ${index}`);
  const everyMs = items.map((_, index) => 10 * lab.integer(1, 9) + (index === 0 ? offsetMs : 0));
  return { items, everyMs };
}

export default {
  'news come in the order of arrival': {
    async run(lab) {
      const { city, sea } = lab.simulate({
        city: { items: ['Fair', 'Tram is late', 'Concert'], everyMs: 100 },
        sea: { items: ['Storm', 'Ebb', 'Whale', 'Calm'], everyMs: 70 },
      });
      return await show(lab, lab.solution.merge(city(), sea()), []);
    },
  },

  'the end of one source is not the end': {
    async run(lab) {
      const { city, sea } = lab.simulate({
        city: { items: ['Fair'], everyMs: 20 },
        sea: { items: ['Storm', 'Ebb'], everyMs: 90 },
      });
      return await show(lab, lab.solution.merge(city(), sea()), []);
    },
  },

  'leaving the loop closes both sources': {
    async run(lab) {
      const { city, sea } = lab.simulate({
        city: { items: ['Fair', 'Tram is late'], everyMs: 30 },
        sea: { items: ['Storm', 'Ebb'], everyMs: 80 },
      });
      let first: unknown;
      for await (const news of lab.solution.merge(city(), sea())) {
        first = news;
        break;
      }
      await lab.sleep(500);
      return first;
    },
  },

  'any news come in the order of arrival': {
    hidden: true,
    async run(lab) {
      const city = someNews(lab, 'city', 0);
      const sea = someNews(lab, 'sea', 5);
      const inputs = lab.copy({ city, sea });
      const sources = lab.simulate({ city, sea });
      const seen = await show(lab, lab.solution.merge(sources.city(), sources.sea()), []);
      return { ...inputs, seen };
    },
  },

  'a source without news does not disturb': {
    hidden: true,
    async run(lab) {
      const { city, sea } = lab.simulate({
        city: { items: [] },
        sea: { items: ['Storm', 'Ebb'], everyMs: 60 },
      });
      const nothing = await show(lab, lab.solution.merge(city(), city()), []);
      const onlyRight = await show(lab, lab.solution.merge(city(), sea()), []);
      const onlyLeft = await show(lab, lab.solution.merge(sea(), city()), []);
      return { nothing, onlyRight, onlyLeft };
    },
  },

  'a source that fails ends the loop and closes the other': {
    hidden: true,
    async run(lab) {
      const { city, sea } = lab.simulate({
        city: { items: ['Fair', 'Tram is late', 'Concert'], everyMs: 40 },
        sea: { items: ['Storm', 'Ebb'], everyMs: [lab.integer(50, 70), 30], rejects: { 1: 'Cable is cut' } },
      });
      const seen: Seen[] = [];
      const outcome = await lab.outcomeOf(() => show(lab, lab.solution.merge(city(), sea()), seen));
      await lab.sleep(500);
      return { outcome, news: seen.map((entry) => entry.news) };
    },
  },

  'a failure while the loop is busy waits for the loop': {
    hidden: true,
    async run(lab) {
      const busyMs = lab.integer(100, 300);
      const { city, sea } = lab.simulate({
        city: { items: ['Fair', 'Tram is late'], everyMs: 20, rejects: { 1: 'Cable is cut' } },
        sea: { items: ['Storm', 'Ebb'], everyMs: 70, rejects: ['Buoy is lost'] },
      });
      const seen: Seen[] = [];
      const outcome = await lab.outcomeOf(() => show(lab, lab.solution.merge(city(), sea()), seen, busyMs));
      await lab.sleep(500);
      return { outcome, news: seen.map((entry) => entry.news) };
    },
  },

  'an error in the body of the loop closes both sources': {
    hidden: true,
    async run(lab) {
      const { city, sea } = lab.simulate({
        city: { items: ['Fair', 'Tram is late', 'Concert'], everyMs: 50 },
        sea: { items: ['Storm', 'Ebb', 'Whale'], everyMs: lab.integer(60, 90) },
      });
      const outcome = await lab.outcomeOf(async () => {
        for await (const news of lab.solution.merge(city(), sea())) {
          if (news === 'Storm') throw new Error('The screen is dark');
        }
      });
      await lab.sleep(500);
      return outcome;
    },
  },

  'a busy loop does not make the sources run ahead': {
    hidden: true,
    async run(lab) {
      const { city, sea } = lab.simulate({
        city: { items: ['Fair', 'Tram is late', 'Concert', 'Rain'], everyMs: 10 },
        sea: { items: ['Storm', 'Ebb', 'Whale', 'Calm'], everyMs: 25 },
      });
      for await (const news of lab.solution.merge(city(), sea())) {
        await lab.sleep(lab.integer(400, 500));
        if (news === 'Fair') break;
      }
      await lab.sleep(100);
    },
  },

  'no news are lost, whoever is quicker': {
    hidden: true,
    explore: { schedules: 40 },
    async run(lab) {
      const { city, sea } = lab.simulate({
        city: { items: ['city 1', 'city 2', 'city 3'], everyMs: 10 },
        sea: { items: ['sea 1', 'sea 2', 'sea 3'], everyMs: 15 },
      });
      const seen = await show(lab, lab.solution.merge(city(), sea()), [], 20);
      return seen.map(({ news }) => String(news));
    },
  },
} satisfies Scenarios<Solution>;
