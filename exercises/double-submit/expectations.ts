import type { Expectations, Outcome } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

/** An outcome as a phrase. */
function inWords(outcome: Outcome): string {
  if ('error' in outcome) return `rejects with ${outcome.error.name}: ${outcome.error.message}`;
  return `fulfils with ${JSON.stringify(outcome.value)}`;
}

const state = (disabled: boolean): string => (disabled ? 'disabled' : 'enabled');

export default {
  'one click, one order': (evidence) => {
    const { expect } = evidence;
    const { atTheClick, at50Ms, number, afterTheOrder } = evidence.result;
    expect(state(atTheClick), 'the button, as soon as click has been called').toBe('disabled');
    expect(state(at50Ms), 'the button at 50 ms').toBe('disabled');
    expect(number, 'what click fulfils with').toBe(7);
    expect(state(afterTheOrder), 'the button after the order').toBe('disabled');
    expect(evidence).toStartInOrder(['checkCart(["pencil", "paper"])', 'placeOrder(["pencil", "paper"])']);
    expect(evidence).toRunOneAfterAnother();
    expect(evidence).toTakeExactly(300);
  },

  'two clicks at once, one order': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toHaveCalledTimes('placeOrder', 1);
    expect(evidence.result, 'what the two clicks fulfil with').toEqual([7, null]);
    expect(evidence).toHaveCalledTimes('checkCart', 1);
    expect(evidence).toTakeExactly(300);
  },

  'one order, whenever the second click comes': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toHaveCalledTimes('placeOrder', 1);
    expect(evidence.result, 'what the two clicks fulfil with').toEqual({ first: 7, second: null });
  },

  'a cart with a problem can be put right': (evidence) => {
    const { expect } = evidence;
    const { first, afterTheProblem, second, afterTheOrder } = evidence.result;
    expect(inWords(first), 'the first click').toBe('rejects with Error: No paper left');
    expect(state(afterTheProblem), 'the button after the problem').toBe('enabled');
    expect(inWords(second), 'the second click').toBe('fulfils with 8');
    expect(state(afterTheOrder), 'the button after the order').toBe('disabled');
    expect(evidence).toStartInOrder([
      'checkCart(["pencil", "paper"])',
      'checkCart(["pencil"])',
      'placeOrder(["pencil"])',
    ]);
    expect(evidence).toTakeExactly(400);
  },

  'an order that fails can be sent again': (evidence) => {
    const { expect } = evidence;
    const { cart, number, first, afterTheFailure, second } = evidence.result;
    expect(inWords(first), 'the first click').toBe('rejects with Error: Line is busy');
    expect(state(afterTheFailure), 'the button after the failure').toBe('enabled');
    expect(inWords(second), 'the second click').toBe(`fulfils with ${number}`);
    expect(evidence).toHaveCalledTimes('checkCart', 2);
    expect(evidence).toHaveCalled('placeOrder', cart);
  },

  'an ignored click changes nothing': (evidence) => {
    const { expect } = evidence;
    const { number, first, second, answeredAtMs, afterTheSecond, third } = evidence.result;
    expect(state(afterTheSecond), 'the button after a second click at 0 ms').toBe('disabled');
    expect(second, 'what the second click fulfils with').toBe(null);
    expect(answeredAtMs, 'virtual ms at which the second click has its answer').toBe(0);
    expect(third, 'what a third click fulfils with, 50 ms later').toBe(null);
    expect(first, 'what the first click fulfils with').toBe(number);
    expect(evidence).toHaveCalledTimes('placeOrder', 1);
  },

  'two buttons do not disturb each other': (evidence) => {
    const { expect } = evidence;
    const { ofLeft, ofRight, left, right } = evidence.result;
    expect(inWords(ofLeft), 'the click on the left button').toBe('rejects with Error: No cups left');
    expect(inWords(ofRight), 'the click on the right button').toBe('fulfils with 9');
    expect(state(left), 'the left button').toBe('enabled');
    expect(state(right), 'the right button').toBe('disabled');
    expect(evidence).toStartTogether('checkCart');
    expect(evidence).toTakeExactly(250);
  },
} satisfies Expectations<typeof scenarios>;
