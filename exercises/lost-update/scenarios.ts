import type { Behaviours, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;
type Balances = { [account: string]: number };

/** A server: a balance is looked up, and stored, at the moment when the answer is sent. */
function serverOf(balances: Balances): { read: { value: unknown }; write: { value: unknown } } {
  return {
    read: { value: (account: string) => balances[account] },
    write: {
      value: (account: string, balance: number) => {
        balances[account] = balance;
      },
    },
  } satisfies Behaviours;
}

export default {
  'a deposit is written when it is done': {
    async run(lab) {
      const balances = { holiday: 100 };
      const { read, write } = serverOf(balances);
      const server = lab.simulate({ read: { ...read, ms: 40 }, write: { ...write, ms: 60 } });
      const deposit = lab.solution.makeBank(server.read, server.write);
      const told = await deposit('holiday', 30);
      return { told, balance: balances.holiday };
    },
  },

  'two deposits at once are both kept': {
    async run(lab) {
      const balances = { holiday: 100 };
      const { read, write } = serverOf(balances);
      const server = lab.simulate({ read: { ...read, ms: 40 }, write: { ...write, ms: 60 } });
      const deposit = lab.solution.makeBank(server.read, server.write);
      const told = await Promise.all([deposit('holiday', 30), deposit('holiday', 20)]);
      return { told, balance: balances.holiday };
    },
  },

  'no deposit is lost, whoever answers first': {
    explore: true,
    async run(lab) {
      const balances = { holiday: 100 };
      const { read, write } = serverOf(balances);
      const server = lab.simulate({
        read: { ...read, ms: 50 },
        write: { ...write, ms: 50 },
        coffee: { ms: 500 },
      });
      const deposit = lab.solution.makeBank(server.read, server.write);
      const ada = deposit('holiday', 30);
      await server.coffee();
      const bo = deposit('holiday', 20);
      await Promise.all([ada, bo]);
      return balances.holiday;
    },
  },

  'three deposits at once are all kept': {
    hidden: true,
    async run(lab) {
      const before = lab.integer(50, 500);
      const amounts = [lab.integer(1, 9), lab.integer(10, 90), lab.integer(100, 900)];
      const latencyMs = lab.integer(20, 80);
      const balances = { holiday: before };
      const { read, write } = serverOf(balances);
      const server = lab.simulate({
        read: { ...read, ms: latencyMs },
        write: { ...write, ms: [90, 20, 50] },
      });
      const deposit = lab.solution.makeBank(server.read, server.write);
      const told = await Promise.all(amounts.map((amount) => deposit('holiday', amount)));
      return { before, amounts, latencyMs, told, balance: balances.holiday };
    },
  },

  'different accounts do not wait for each other': {
    hidden: true,
    async run(lab) {
      const latencyMs = lab.integer(20, 80);
      const balances = { holiday: 10, bicycle: 20, guitar: 30 };
      const { read, write } = serverOf(balances);
      const server = lab.simulate({ read: { ...read, ms: latencyMs }, write: { ...write, ms: 70 } });
      const deposit = lab.solution.makeBank(server.read, server.write);
      await Promise.all(['holiday', 'bicycle', 'guitar'].map((account) => deposit(account, 5)));
      return { latencyMs, balances };
    },
  },

  'a deposit that fails fails alone': {
    async run(lab) {
      const balances = { holiday: 100 };
      const { read, write } = serverOf(balances);
      const server = lab.simulate({
        read: { ...read, ms: 40, rejects: { 1: 'Line is down' } },
        write: { ...write, ms: 60, rejects: { 0: 'Disk full' } },
      });
      const deposit = lab.solution.makeBank(server.read, server.write);
      const attempt = (amount: number) => lab.outcomeOf(() => deposit('holiday', amount));
      const [notWritten, notRead, kept] = await Promise.all([attempt(30), attempt(20), attempt(5)]);
      return { notWritten, notRead, kept, balance: balances.holiday };
    },
  },

  'any deposits to any accounts': {
    hidden: true,
    explore: { schedules: 60 },
    async run(lab) {
      const balances: Balances = { red: lab.integer(0, 99), blue: lab.integer(0, 99) };
      const before = lab.copy(balances);
      const wishes = lab
        .shuffle(['red', 'red', 'red', 'blue', 'blue'])
        .map((account) => ({ account, amount: lab.integer(1, 50), afterMs: lab.integer(0, 60) }));
      const { read, write } = serverOf(balances);
      const server = lab.simulate({
        read: { ...read, ms: () => lab.integer(10, 60) },
        write: { ...write, ms: () => lab.integer(10, 60) },
      });
      const deposit = lab.solution.makeBank(server.read, server.write);
      const deposits = [];
      for (const { account, amount, afterMs } of wishes) {
        await lab.sleep(afterMs);
        deposits.push(deposit(account, amount));
      }
      return { before, wishes, told: await Promise.all(deposits), after: balances };
    },
  },
} satisfies Scenarios<Solution>;
