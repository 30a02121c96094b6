import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;

const CART = ['pencil', 'paper'];

/** A cart of two to four things. */
function someCart(lab: Lab<Solution>): string[] {
  return lab.shuffle(['apron', 'bowl', 'cup', 'dish']).slice(0, lab.integer(2, 4));
}

export default {
  'one click, one order': {
    async run(lab) {
      const button = { disabled: false };
      const { checkCart, placeOrder } = lab.simulate({
        checkCart: { ms: 100 },
        placeOrder: { ms: 200, value: 7 },
      });
      const number = lab.solution.makeCheckout(button, checkCart, placeOrder)(CART);
      const atTheClick = button.disabled;
      await lab.sleep(50);
      const at50Ms = button.disabled;
      return { atTheClick, at50Ms, number: await number, afterTheOrder: button.disabled };
    },
  },

  'two clicks at once, one order': {
    async run(lab) {
      const { checkCart, placeOrder } = lab.simulate({
        checkCart: { ms: 100 },
        placeOrder: { ms: 200, value: 7 },
      });
      const click = lab.solution.makeCheckout({ disabled: false }, checkCart, placeOrder);
      return await Promise.all([click(CART), click(CART)]);
    },
  },

  'one order, whenever the second click comes': {
    explore: true,
    async run(lab) {
      const { checkCart, placeOrder, lookAround } = lab.simulate({
        checkCart: { ms: 100 },
        placeOrder: { ms: 200, value: 7 },
        lookAround: { ms: 2000 },
      });
      const click = lab.solution.makeCheckout({ disabled: false }, checkCart, placeOrder);
      const first = click(CART);
      await lookAround();
      const second = click(CART);
      return { first: await first, second: await second };
    },
  },

  'a cart with a problem can be put right': {
    async run(lab) {
      const button = { disabled: false };
      const { checkCart, placeOrder } = lab.simulate({
        checkCart: { ms: 100, rejects: ['No paper left'] },
        placeOrder: { ms: 200, value: 8 },
      });
      const click = lab.solution.makeCheckout(button, checkCart, placeOrder);
      const first = await lab.outcomeOf(() => click(CART));
      const afterTheProblem = button.disabled;
      const second = await lab.outcomeOf(() => click(['pencil']));
      return { first, afterTheProblem, second, afterTheOrder: button.disabled };
    },
  },

  'an order that fails can be sent again': {
    hidden: true,
    async run(lab) {
      const cart = someCart(lab);
      const number = lab.integer(1000, 9999);
      const button = { disabled: false };
      const { checkCart, placeOrder } = lab.simulate({
        checkCart: { ms: lab.integer(20, 90) },
        placeOrder: { ms: lab.integer(100, 190), rejects: ['Line is busy'], value: number },
      });
      const click = lab.solution.makeCheckout(button, checkCart, placeOrder);
      const first = await lab.outcomeOf(() => click(lab.copy(cart)));
      const afterTheFailure = button.disabled;
      const second = await lab.outcomeOf(() => click(lab.copy(cart)));
      return { cart, number, first, afterTheFailure, second };
    },
  },

  'an ignored click changes nothing': {
    hidden: true,
    async run(lab) {
      const cart = someCart(lab);
      const number = lab.integer(1000, 9999);
      const button = { disabled: false };
      const { checkCart, placeOrder } = lab.simulate({
        checkCart: { ms: lab.integer(100, 150) },
        placeOrder: { ms: lab.integer(100, 150), value: number },
      });
      const click = lab.solution.makeCheckout(button, checkCart, placeOrder);
      const first = click(lab.copy(cart));
      const second = await click(lab.copy(cart));
      const answeredAtMs = lab.now();
      const afterTheSecond = button.disabled;
      await lab.sleep(50);
      const third = await click(lab.copy(cart));
      return { number, second, answeredAtMs, afterTheSecond, third, first: await first };
    },
  },

  'two buttons do not disturb each other': {
    hidden: true,
    async run(lab) {
      const [left, right] = [{ disabled: false }, { disabled: false }];
      const { checkCart, placeOrder } = lab.simulate({
        checkCart: { ms: [150, 50], rejects: ['No cups left'] },
        placeOrder: { ms: 200, value: 9 },
      });
      const clickLeft = lab.solution.makeCheckout(left, checkCart, placeOrder);
      const clickRight = lab.solution.makeCheckout(right, checkCart, placeOrder);
      const outcomes = [
        lab.outcomeOf(() => clickLeft(someCart(lab))),
        lab.outcomeOf(() => clickRight(someCart(lab))),
      ] as const;
      return {
        ofLeft: await outcomes[0],
        ofRight: await outcomes[1],
        left: left.disabled,
        right: right.disabled,
      };
    },
  },
} satisfies Scenarios<Solution>;
