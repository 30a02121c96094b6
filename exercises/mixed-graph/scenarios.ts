import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;
type Latencies = { userMs: number; ordersMs: number; offersMs: number };
type Faults = { user?: string; orders?: string; offers?: string };

const noFault = () => undefined;

function services(
  lab: Lab<Solution>,
  userId: number,
  latencies: Latencies,
  faults: Faults = {},
): solution.Services {
  return lab.simulate({
    fetchUser: {
      ms: latencies.userMs,
      value: (token: string) => ({ id: userId, name: `${token} user` }),
      rejects: faults.user ?? noFault,
    },
    fetchOrders: {
      ms: latencies.ordersMs,
      value: (id: number) => [`kettle for ${id}`],
      rejects: faults.orders ?? noFault,
    },
    fetchOffers: { ms: latencies.offersMs, value: ['cups'], rejects: faults.offers ?? noFault },
  });
}

/** Loads a shop that has a fault; tells what became of it and when, and lets the rest come to its end. */
async function failingShop(lab: Lab<Solution>, latencies: Latencies, faults: Faults) {
  const failing = services(lab, 11, latencies, faults);
  const outcome = await lab.outcomeOf(() => lab.solution.loadShop('red', failing));
  const failedMs = lab.now();
  await lab.sleep(1000);
  return { outcome, failedMs };
}

export default {
  'user and then orders, with the offers beside them': {
    async run(lab) {
      const latencies = { userMs: 150, ordersMs: 150, offersMs: 150 };
      return await lab.solution.loadShop('red', services(lab, 42, latencies));
    },
  },

  'slow offers do not hold up the orders': {
    async run(lab) {
      const latencies = { userMs: 100, ordersMs: 150, offersMs: 400 };
      return await lab.solution.loadShop('blue', services(lab, 8, latencies));
    },
  },

  'without a user nobody asks for orders': {
    async run(lab) {
      const latencies = { userMs: 120, ordersMs: 100, offersMs: 300 };
      return await failingShop(lab, latencies, { user: 'Token is too old', offers: 'No offers' });
    },
  },

  'offers that fail are told at once': {
    async run(lab) {
      const latencies = { userMs: 200, ordersMs: 100, offersMs: 50 };
      return await failingShop(lab, latencies, { offers: 'No offers' });
    },
  },

  'any user, at any speed': {
    hidden: true,
    async run(lab) {
      const userId = lab.integer(100, 999);
      const token = `token-${lab.integer(10, 99)}`;
      const latencies = {
        userMs: lab.integer(20, 200),
        ordersMs: lab.integer(20, 200),
        offersMs: lab.integer(20, 450),
      };
      const shop = await lab.solution.loadShop(token, services(lab, userId, latencies));
      return { userId, token, latencies, shop };
    },
  },

  'a failure anywhere, also after another': {
    hidden: true,
    async run(lab) {
      const [userMs, ordersMs] = [lab.integer(100, 200), lab.integer(100, 200)];
      const offersMs = userMs + lab.integer(10, 90);
      const faults = { orders: `Orders ${ordersMs}`, offers: `Offers ${offersMs}` };
      const failure = await failingShop(lab, { userMs, ordersMs, offersMs }, faults);
      return { offersMs, failure };
    },
  },

  'orders that fail while the offers are on the way': {
    hidden: true,
    async run(lab) {
      const [userMs, ordersMs] = [lab.integer(20, 90), lab.integer(20, 90)];
      const faults = { orders: `Orders ${ordersMs} are lost` };
      const failure = await failingShop(lab, { userMs, ordersMs, offersMs: 500 }, faults);
      return { userMs, ordersMs, failure };
    },
  },
} satisfies Scenarios<Solution>;
