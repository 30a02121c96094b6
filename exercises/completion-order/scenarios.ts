import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;
type Brought = { plate: string; atMs: number };

/** A table that notes which plate was brought at which virtual ms. */
function table(lab: Lab<Solution>) {
  const brought: Brought[] = [];
  const bring = (plate: string): void => {
    brought.push({ plate, atMs: lab.now() });
  };
  return { brought, bring };
}

export default {
  'each plate is brought when it is ready': {
    async run(lab) {
      const { brought, bring } = table(lab);
      const { cook } = lab.simulate({
        cook: { ms: [900, 200, 100], value: (dish: string) => dish.toUpperCase() },
      });
      const plates = await lab.solution.serve(['steak', 'soup', 'salad'], cook, bring);
      return { brought, plates };
    },
  },

  'a dish that fails ends the waiting at once': {
    async run(lab) {
      const { brought, bring } = table(lab);
      const { cook } = lab.simulate({
        cook: {
          ms: [500, 100, 250],
          value: (dish: string) => dish.toUpperCase(),
          rejects: { 2: 'Out of pie' },
        },
      });
      const outcome = await lab.outcomeOf(() => lab.solution.serve(['steak', 'soup', 'pie'], cook, bring));
      const failedMs = lab.now();
      const broughtBefore = lab.copy(brought);
      await lab.sleep(600);
      return { outcome, failedMs, broughtBefore };
    },
  },

  'no dishes, no plates': {
    async run(lab) {
      const { brought, bring } = table(lab);
      const { cook } = lab.simulate({ cook: { ms: 100 } });
      const plates = await lab.solution.serve([], cook, bring);
      return { brought, plates };
    },
  },

  'the same dish may be ordered twice': {
    hidden: true,
    async run(lab) {
      const { brought, bring } = table(lab);
      const number = lab.integer(10, 99);
      const { cook } = lab.simulate({
        cook: { ms: [300, 100, 200], values: [`tea ${number}`, 'cake', `tea ${number + 1}`] },
      });
      const plates = await lab.solution.serve(['tea', 'cake', 'tea'], cook, bring);
      return { number, brought, plates };
    },
  },

  'any dishes, at any speed': {
    hidden: true,
    async run(lab) {
      const { brought, bring } = table(lab);
      const count = lab.integer(4, 8);
      const dishes = Array.from({ length: count }, (_, index) => `dish ${lab.integer(1, 9)}-${index}`);
      const latenciesMs = lab.shuffle(dishes.map((_, index) => (index + 1) * 60 + lab.integer(0, 50)));
      const { cook } = lab.simulate({
        cook: { ms: latenciesMs, value: (dish: string) => dish.toUpperCase() },
      });
      const plates = await lab.solution.serve(lab.copy(dishes), cook, bring);
      return { dishes, latenciesMs, brought, plates };
    },
  },

  'a failure of any dish': {
    hidden: true,
    async run(lab) {
      const { brought, bring } = table(lab);
      const failsMs = lab.integer(120, 180);
      const latenciesMs = lab.shuffle([failsMs, 100, 300, 400]);
      const failing = latenciesMs.indexOf(failsMs);
      const { cook } = lab.simulate({
        cook: {
          ms: latenciesMs,
          value: (dish: string) => dish.toUpperCase(),
          rejects: { [failing]: `Out of ${failsMs}` },
        },
      });
      const outcome = await lab.outcomeOf(() => lab.solution.serve(['a', 'b', 'c', 'd'], cook, bring));
      const failedMs = lab.now();
      return { failsMs, outcome, failedMs, broughtMs: brought.map(({ atMs }) => atMs) };
    },
  },
} satisfies Scenarios<Solution>;
