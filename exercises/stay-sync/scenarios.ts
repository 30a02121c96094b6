import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;
type Item = { name: string; count: number };

const priceList: [string, number][] = [
  ['tea', 450],
  ['cup', 900],
  ['jam', 320],
];

/** The price list of a shop, 150 ms away. */
function priceServer(lab: Lab<Solution>): () => Promise<Map<string, number>> {
  return lab.simulate({ fetchPrices: { ms: 150, value: () => new Map(priceList) } }).fetchPrices;
}

function someItems(lab: Lab<Solution>): Item[] {
  return Array.from({ length: lab.integer(4, 9) }, () => ({
    name: lab.pick(['tea', 'cup', 'jam']),
    count: lab.integer(1, 9),
  }));
}

export default {
  'two items, one total': {
    async run(lab) {
      const cart = await lab.solution.openCart(priceServer(lab), () => {});
      cart.add('tea', 2);
      cart.add('cup', 1);
      return { totalCents: cart.total() };
    },
  },

  'the receipt is there at once': {
    async run(lab) {
      const cart = await lab.solution.openCart(priceServer(lab), () => {});
      cart.add('tea', 2);
      cart.add('jam', 1);
      return { receipt: cart.receipt() };
    },
  },

  'onChange is told before add returns': {
    async run(lab) {
      const order: string[] = [];
      const inside: unknown[] = [];
      const cart = await lab.solution.openCart(priceServer(lab), (totalCents) => {
        order.push(`told ${totalCents}, cart has ${cart.total()}`);
        inside.push(cart.receipt());
      });
      order.push('calls add');
      cart.add('cup', 3);
      order.push('add returned');
      await lab.sleep(10);
      return { order, inside };
    },
  },

  'an unknown item throws at once': {
    async run(lab) {
      const toldCents: number[] = [];
      const cart = await lab.solution.openCart(priceServer(lab), (totalCents) => toldCents.push(totalCents));
      cart.add('tea', 1);
      let caught = 'nothing';
      try {
        cart.add('moon', 1);
      } catch (error) {
        caught = error instanceof Error ? error.message : String(error);
      }
      return { caught, receipt: cart.receipt(), toldCents };
    },
  },

  'the prices are fetched once, and waited for': {
    hidden: true,
    async run(lab) {
      const latencyMs = lab.integer(50, 300);
      const { fetchPrices, fetchInVain } = lab.simulate({
        fetchPrices: { ms: latencyMs, value: () => new Map(priceList) },
        fetchInVain: { ms: 40, rejects: 'Shop is closed' },
      });
      const cart = await lab.solution.openCart(fetchPrices, () => {});
      cart.add('jam', 2);
      cart.add('jam', 1);
      const totalCents = cart.total();
      const outcome = await lab.outcomeOf(() =>
        lab.solution.openCart(
          () => fetchInVain(),
          () => {},
        ),
      );
      return { latencyMs, totalCents, message: 'error' in outcome ? outcome.error.message : 'nothing' };
    },
  },

  'two carts, any items': {
    hidden: true,
    async run(lab) {
      const [mine, yours] = [someItems(lab), someItems(lab)];
      const toldCents: number[] = [];
      const myCart = await lab.solution.openCart(priceServer(lab), (totalCents) =>
        toldCents.push(totalCents),
      );
      const yourCart = await lab.solution.openCart(priceServer(lab), () => {});
      for (const { name, count } of yours) yourCart.add(name, count);
      for (const { name, count } of mine) myCart.add(name, count);
      return { mine, yours, receipts: [myCart.receipt(), yourCart.receipt()], toldCents };
    },
  },
} satisfies Scenarios<Solution>;
