import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

const isTemporary = (error: unknown): boolean => error instanceof Error && error.message.startsWith('Busy');

/** A few shares of which every product with whole ms is exact. */
function someShares(lab: Lab<typeof solution>, length: number): number[] {
  return Array.from({ length }, () => lab.integer(2, 15) / 16);
}

/** A source of random numbers that gives these, in this order. */
function drawFrom(shares: number[]): () => number {
  const left = [...shares];
  return () => left.shift() ?? 0.5;
}

export default {
  'a busy service is asked again after pauses that double': {
    async run(lab) {
      const { track } = lab.simulate({
        track: { ms: 50, rejects: ['Busy', 'Busy', 'Busy'], value: 'at the depot' },
      });
      return await lab.solution.retry(() => track(), {
        attempts: 5,
        baseMs: 100,
        random: () => 0.5,
        isTemporary,
      });
    },
  },

  'an error that will not pass ends it at once': {
    async run(lab) {
      const { track } = lab.simulate({ track: { ms: 50, rejects: 'No such parcel' } });
      return await lab.solution.retry(() => track(), {
        attempts: 3,
        baseMs: 100,
        random: () => 0.5,
        isTemporary,
      });
    },
  },

  'after the last attempt it gives up, and says why': {
    async run(lab) {
      const { track } = lab.simulate({
        track: { ms: 50, rejects: (_args, index) => `Busy, place ${9 - index} in the row` },
      });
      return await lab.solution.retry(() => track(), {
        attempts: 3,
        baseMs: 100,
        random: () => 0.5,
        isTemporary,
      });
    },
  },

  'every pause takes a random share of its own': {
    hidden: true,
    async run(lab) {
      const ms = lab.integer(10, 90);
      const baseMs = lab.integer(60, 140);
      const shares = someShares(lab, 4);
      let draws = 0;
      const { track } = lab.simulate({
        track: { ms, rejects: ['Busy', 'Busy', 'Busy', 'Busy'], value: 'on the way' },
      });
      const draw = drawFrom(shares);
      const random = (): number => {
        draws += 1;
        return draw();
      };
      const value = await lab.solution.retry(() => track(), { attempts: 9, baseMs, random, isTemporary });
      return { ms, baseMs, shares: lab.copy(shares), draws, value };
    },
  },

  'an error that will not pass may come late': {
    hidden: true,
    async run(lab) {
      const attempts = lab.integer(2, 4);
      const lost = new RangeError(`Parcel ${lab.integer(1, 99)} is lost`);
      const { track } = lab.simulate({
        track: { ms: 50, rejects: (_args, index) => (index === attempts - 1 ? lost : 'Busy') },
      });
      const options = { attempts, baseMs: 100, random: () => 0.5, isTemporary };
      const rejected = await lab.solution.retry(() => track(), options).catch((error: unknown) => error);
      const message = rejected instanceof Error ? rejected.message : String(rejected);
      return { attempts, lost: lost.message, message, isTheVeryError: rejected === lost };
    },
  },

  'a single attempt knows no pause': {
    hidden: true,
    async run(lab) {
      const failsAtMs = lab.integer(20, 90);
      const { track, greet } = lab.simulate({
        track: { ms: failsAtMs, rejects: 'Busy' },
        greet: { ms: 30, value: 'hello' },
      });
      const options = { attempts: 1, baseMs: 100, random: () => 0.5, isTemporary };
      const greeting = await lab.outcomeOf(() => lab.solution.retry(() => greet(), options));
      const outcome = await lab.outcomeOf(() => lab.solution.retry(() => track(), options));
      return { failsAtMs, greeting, outcome };
    },
  },

  'two clients do not disturb each other': {
    hidden: true,
    async run(lab) {
      const { retry } = lab.solution;
      const [adaShares, boShares] = [someShares(lab, 3), someShares(lab, 2)];
      const { ada, bo } = lab.simulate({
        ada: { ms: 50, rejects: ['Busy', 'Busy', 'Busy'], value: "Ada's parcel" },
        bo: { ms: 50, rejects: ['Busy', 'Busy'], value: "Bo's parcel" },
      });
      const parcels = await Promise.all([
        retry(() => ada(), { attempts: 4, baseMs: 100, random: drawFrom(adaShares), isTemporary }),
        retry(() => bo(), { attempts: 3, baseMs: 200, random: drawFrom(boShares), isTemporary }),
      ]);
      return { adaShares, boShares, parcels };
    },
  },
} satisfies Scenarios<typeof solution>;
