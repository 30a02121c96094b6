import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;

/** Reserve, pay, confirm: each takes so many ms, and adds its word to what it gets. */
function orderSteps(lab: Lab<Solution>, latenciesMs: [number, number, number]): solution.Step[] {
  const [reserveMs, payMs, confirmMs] = latenciesMs;
  const { reserve, pay, confirm } = lab.simulate({
    reserve: { ms: reserveMs, value: (cart: string) => `${cart}, reserved`, abortable: true },
    pay: { ms: payMs, value: (cart: string) => `${cart}, paid`, abortable: true },
    confirm: { ms: confirmMs, value: (cart: string) => `${cart}, confirmed`, abortable: true },
  });
  return [
    { name: 'reserve', run: reserve },
    { name: 'pay', run: pay },
    { name: 'confirm', run: confirm },
  ];
}

export default {
  'an order in time goes through all its steps': {
    async run(lab) {
      return await lab.solution.runWithin(orderSteps(lab, [200, 300, 100]), 'tea', 1000);
    },
  },

  'the steps share one deadline': {
    async run(lab) {
      return await lab.solution.runWithin(orderSteps(lab, [400, 700, 100]), 'tea', 1000);
    },
  },

  'each step is told how much time is left': {
    async run(lab) {
      await lab.sleep(50);
      return await lab.solution.runWithin(orderSteps(lab, [200, 300, 100]), 'tea', 1000);
    },
  },

  'a failure of a step passes through': {
    async run(lab) {
      const { reserve, pay, confirm } = lab.simulate({
        reserve: { ms: 200, value: 'tea, reserved', abortable: true },
        pay: { ms: 80, rejects: 'Card is refused', abortable: true },
        confirm: { ms: 100, value: 'tea, confirmed', abortable: true },
      });
      const steps = [
        { name: 'reserve', run: reserve },
        { name: 'pay', run: pay },
        { name: 'confirm', run: confirm },
      ];
      return await lab.solution.runWithin(steps, 'tea', 1000);
    },
  },

  'the deadline may come in any step': {
    hidden: true,
    async run(lab) {
      const { runWithin } = lab.solution;
      const limitMs = lab.integer(200, 400);
      const firstMs = lab.integer(20, 90);
      const inReserve = await lab.outcomeOf(() => runWithin(orderSteps(lab, [900, 10, 10]), 'tea', limitMs));
      const inPay = await lab.outcomeOf(() => runWithin(orderSteps(lab, [firstMs, 900, 10]), 'cup', limitMs));
      return { limitMs, firstMs, inReserve, inPay };
    },
  },

  'a failure may have any name': {
    hidden: true,
    async run(lab) {
      const reserveMs = lab.integer(20, 90);
      const refusal = Object.assign(new Error('The bank is slow'), { name: 'TimeoutError' });
      const { reserve, pay, confirm } = lab.simulate({
        reserve: { ms: reserveMs, value: 'tea, reserved', abortable: true },
        pay: { ms: 50, rejects: refusal, abortable: true },
        confirm: { ms: 100, value: 'tea, confirmed', abortable: true },
      });
      const steps = [
        { name: 'reserve', run: reserve },
        { name: 'pay', run: pay },
        { name: 'confirm', run: confirm },
      ];
      const outcome = await lab.outcomeOf(() => lab.solution.runWithin(steps, 'tea', 5000));
      return { reserveMs, outcome };
    },
  },

  'two orders keep their own deadlines': {
    hidden: true,
    async run(lab) {
      const { runWithin } = lab.solution;
      const firstLimitMs = lab.integer(250, 290);
      const secondLimitMs = lab.integer(400, 490);
      const startedLaterMs = lab.integer(20, 90);
      const first = lab.outcomeOf(() => runWithin(orderSteps(lab, [100, 100, 700]), 'tea', firstLimitMs));
      await lab.sleep(startedLaterMs);
      const second = lab.outcomeOf(() => runWithin(orderSteps(lab, [110, 110, 110]), 'cup', secondLimitMs));
      return { firstLimitMs, secondLimitMs, startedLaterMs, first: await first, second: await second };
    },
  },
} satisfies Scenarios<Solution>;
