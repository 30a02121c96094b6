import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;

/** Buyers who come at different times, 1 to 60 ms apart; every third card or so is refused. */
function someBuyers(
  lab: Lab<Solution>,
  count: number,
): { name: string; afterMs: number; isRefused: boolean }[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `buyer-${lab.integer(100, 999)}-${index}`,
    afterMs: lab.integer(1, 60),
    isRefused: index === 1 || lab.random() < 0.3,
  }));
}

export default {
  'a seat that is sold stays sold': {
    async run(lab) {
      const { charge } = lab.simulate({ charge: { ms: 200 } });
      const book = lab.solution.openBoxOffice(2, charge);
      return [await book('Ada'), await book('Bo'), await book('Cem')];
    },
  },

  'two buyers at once, one seat': {
    async run(lab) {
      const { charge } = lab.simulate({ charge: { ms: 200 } });
      const book = lab.solution.openBoxOffice(1, charge);
      return await Promise.all([book('Ada'), book('Bo')]);
    },
  },

  'the last seat is sold once, however long paying takes': {
    explore: true,
    async run(lab) {
      const { charge, readPlan } = lab.simulate({ charge: { ms: 100 }, readPlan: { ms: 300 } });
      const book = lab.solution.openBoxOffice(1, charge);
      const ada = book('Ada');
      await readPlan('Bo');
      const bo = book('Bo');
      return { ada: await ada, bo: await bo };
    },
  },

  'a refused card gives the seat back': {
    async run(lab) {
      const { charge } = lab.simulate({
        charge: { ms: 80, rejects: ([name]) => (name === 'Ada' ? 'Card is refused' : undefined) },
      });
      const book = lab.solution.openBoxOffice(1, charge);
      const ada = await lab.outcomeOf(() => book('Ada'));
      const bo = await lab.outcomeOf(() => book('Bo'));
      const cem = await lab.outcomeOf(() => book('Cem'));
      return { ada, bo, cem };
    },
  },

  'buyers do not wait for one another': {
    hidden: true,
    async run(lab) {
      const latenciesMs = [lab.integer(200, 300), lab.integer(20, 90), lab.integer(100, 190)];
      const { charge } = lab.simulate({ charge: { ms: latenciesMs } });
      const book = lab.solution.openBoxOffice(3, charge);
      const outcomes = await Promise.all(['Ada', 'Bo', 'Cem'].map((name) => book(name)));
      const soldOutAfterMs = lab.now();
      const late = await book('Dora');
      return { latenciesMs, soldOutAfterMs, outcomes, late, answeredAfterMs: lab.now() };
    },
  },

  'each hall counts its own seats': {
    hidden: true,
    async run(lab) {
      const { charge } = lab.simulate({ charge: { ms: lab.integer(50, 150) } });
      const small = lab.solution.openBoxOffice(1, charge);
      const large = lab.solution.openBoxOffice(2, charge);
      const answers = [small('Ada'), large('Bo'), small('Cem'), large('Dora'), large('Eli')];
      const [ada, bo, cem, dora, eli] = await Promise.all(answers);
      return { small: [ada, cem], large: [bo, dora, eli] };
    },
  },

  'a refused card gives back one seat, and no more': {
    hidden: true,
    async run(lab) {
      const refusedMs = lab.integer(100, 200);
      const { charge } = lab.simulate({
        charge: {
          ms: ([name]) => (name === 'Ada' ? refusedMs : 60),
          rejects: ([name]) => (name === 'Ada' ? 'Card is refused' : undefined),
        },
      });
      const book = lab.solution.openBoxOffice(2, charge);
      const [, bo] = await Promise.all([lab.outcomeOf(() => book('Ada')), book('Bo')]);
      return { bo, cem: await book('Cem'), dora: await book('Dora') };
    },
  },

  'any crowd, and any cards': {
    hidden: true,
    explore: true,
    async run(lab) {
      const seats = lab.integer(2, 3);
      const buyers = someBuyers(lab, seats + 4);
      const { charge } = lab.simulate({
        charge: {
          ms: () => lab.integer(20, 200),
          rejects: ([name]) =>
            buyers.find((buyer) => buyer.name === name)?.isRefused ? 'Card is refused' : undefined,
        },
      });
      const book = lab.solution.openBoxOffice(seats, charge);
      const asked: { name: string; atMs: number; outcome: ReturnType<Lab<Solution>['outcomeOf']> }[] = [];
      for (const { name, afterMs } of buyers) {
        await lab.sleep(afterMs);
        asked.push({ name, atMs: lab.now(), outcome: lab.outcomeOf(() => book(name)) });
      }
      const answers = [];
      for (const { name, atMs, outcome } of asked) answers.push({ name, atMs, outcome: await outcome });
      return { seats, answers };
    },
  },
} satisfies Scenarios<Solution>;
