import type { Evidence, Expectations, Outcome } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

type Shop = { user: unknown; orders: unknown; offers: unknown };

/** Part by part, so that a failure says which part is wrong. */
function compareShop({ expect }: Evidence, shop: unknown, token: string, userId: number): void {
  const { user, orders, offers } = (shop ?? {}) as Partial<Shop>;
  expect(user, 'user').toEqual({ id: userId, name: `${token} user` });
  expect(orders, 'orders').toEqual([`kettle for ${userId}`]);
  expect(offers, 'offers').toEqual(['cups']);
}

function eachOnce(evidence: Evidence): void {
  const { expect } = evidence;
  for (const name of ['fetchUser', 'fetchOrders', 'fetchOffers']) {
    expect(evidence).toHaveCalledTimes(name, 1);
  }
}

/** The message of what it rejected with, or a word that it did not. */
function messageOf(outcome: Outcome): string {
  return 'error' in outcome ? outcome.error.message : 'it did not reject';
}

export default {
  'user and then orders, with the offers beside them': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toStartAt('fetchOffers', 0);
    expect(evidence).toStartAt('fetchUser', 0);
    expect(evidence).toStartAt('fetchOrders', 150);
    eachOnce(evidence);
    compareShop(evidence, evidence.result, 'red', 42);
    expect(evidence).toTakeExactly(300);
  },

  'slow offers do not hold up the orders': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toStartAt('fetchOrders', 100);
    compareShop(evidence, evidence.result, 'blue', 8);
    expect(evidence).toTakeExactly(400);
  },

  'without a user nobody asks for orders': (evidence) => {
    const { expect } = evidence;
    const { outcome, failedMs } = evidence.result;
    expect(messageOf(outcome), 'what it rejects with').toBe('Token is too old');
    expect(failedMs, 'virtual ms until loadShop rejected').toBe(120);
    expect(evidence.calls('fetchOrders').length, 'requests for orders').toBe(0);
  },

  'offers that fail are told at once': (evidence) => {
    const { expect } = evidence;
    const { outcome, failedMs } = evidence.result;
    expect(messageOf(outcome), 'what it rejects with').toBe('No offers');
    expect(failedMs, 'virtual ms until loadShop rejected').toBe(50);
  },

  'any user, at any speed': (evidence) => {
    const { expect } = evidence;
    const { userId, token, latencies, shop } = evidence.result;
    const { userMs, ordersMs, offersMs } = latencies;
    expect(evidence).toStartAt('fetchOffers', 0);
    expect(evidence).toStartAt('fetchOrders', userMs);
    expect(evidence).toHaveCalled('fetchUser', token);
    eachOnce(evidence);
    compareShop(evidence, shop, token, userId);
    expect(evidence).toTakeExactly(Math.max(userMs + ordersMs, offersMs));
  },

  'a failure anywhere, also after another': (evidence) => {
    const { expect } = evidence;
    const { offersMs, failure } = evidence.result;
    expect(messageOf(failure.outcome), 'what it rejects with').toBe(`Offers ${offersMs}`);
    expect(failure.failedMs, 'virtual ms until loadShop rejected').toBe(offersMs);
  },

  'orders that fail while the offers are on the way': (evidence) => {
    const { expect } = evidence;
    const { userMs, ordersMs, failure } = evidence.result;
    expect(messageOf(failure.outcome), 'what it rejects with').toBe(`Orders ${ordersMs} are lost`);
    expect(failure.failedMs, 'virtual ms until loadShop rejected').toBe(userMs + ordersMs);
  },
} satisfies Expectations<typeof scenarios>;
