import type { Expectations, Outcome } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

/** An outcome as a phrase. */
function inWords(outcome: Outcome): string {
  if ('error' in outcome) return `rejects with ${outcome.error.name}: ${outcome.error.message}`;
  return `fulfils with ${JSON.stringify(outcome.value)}`;
}

type Wish = { account: string; amount: number };

/** What each deposit must be told: the balance with all amounts so far. */
function balancesAfterEach(before: { [account: string]: number }, wishes: Wish[]): number[] {
  const balances = { ...before };
  return wishes.map(({ account, amount }) => {
    const balance = (balances[account] ?? 0) + amount;
    balances[account] = balance;
    return balance;
  });
}

export default {
  'a deposit is written when it is done': (evidence) => {
    const { expect } = evidence;
    const { told, balance } = evidence.result;
    expect(balance, 'the balance on the server, once the deposit is done').toBe(130);
    expect(told, 'what the deposit fulfils with').toBe(130);
    expect(evidence).toStartInOrder(['read("holiday")', 'write("holiday", 130)']);
    expect(evidence).toTakeExactly(100);
  },

  'two deposits at once are both kept': (evidence) => {
    const { expect } = evidence;
    const { told, balance } = evidence.result;
    expect(balance, 'the balance after 100 + 30 + 20').toBe(150);
    expect(told, 'what the deposits fulfil with').toEqual([130, 150]);
    expect(evidence).toRunOneAfterAnother();
    expect(evidence).toTakeExactly(200);
  },

  'no deposit is lost, whoever answers first': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result, 'the balance after 100 + 30 + 20').toBe(150);
  },

  'three deposits at once are all kept': (evidence) => {
    const { expect } = evidence;
    const { before, amounts, latencyMs, told, balance } = evidence.result;
    const expected = balancesAfterEach(
      { holiday: before },
      amounts.map((amount) => ({ account: 'holiday', amount })),
    );
    expect(balance, `the balance after ${[before, ...amounts].join(' + ')}`).toBe(expected.at(-1));
    expect(told, 'what the deposits fulfil with').toEqual(expected);
    expect(evidence).toTakeExactly(3 * latencyMs + 160);
  },

  'different accounts do not wait for each other': (evidence) => {
    const { expect } = evidence;
    const { latencyMs, balances } = evidence.result;
    expect(evidence).toStartTogether('read');
    expect(balances, 'the balances at the end').toEqual({ holiday: 15, bicycle: 25, guitar: 35 });
    expect(evidence).toTakeExactly(latencyMs + 70);
  },

  'a deposit that fails fails alone': (evidence) => {
    const { expect } = evidence;
    const { notWritten, notRead, kept, balance } = evidence.result;
    expect(inWords(notWritten), 'the deposit that cannot be written').toBe('rejects with Error: Disk full');
    expect(inWords(notRead), 'the deposit that cannot be read').toBe('rejects with Error: Line is down');
    expect(inWords(kept), 'the deposit after them').toBe('fulfils with 105');
    expect(balance, 'the balance after 100 + 5').toBe(105);
    expect(evidence).toStartAt('read', [0, 100, 140]);
  },

  'any deposits to any accounts': (evidence) => {
    const { expect } = evidence;
    const { before, wishes, told, after } = evidence.result;
    for (const account of ['red', 'blue']) {
      const amounts = wishes.filter((wish) => wish.account === account).map(({ amount }) => amount);
      const sum = amounts.reduce((total, amount) => total + amount, before[account] ?? 0);
      expect(
        after[account],
        `the ${account} balance after ${[before[account], ...amounts].join(' + ')}`,
      ).toBe(sum);
    }
    expect(told, 'what the deposits fulfil with').toEqual(balancesAfterEach(before, wishes));
  },
} satisfies Expectations<typeof scenarios>;
