export type Read = (account: string) => Promise<number>;
export type Write = (account: string, balance: number) => Promise<unknown>;
export type Deposit = (account: string, amount: number) => Promise<number>;

/** A bank on a server that can only read and write. Deposits to one account take turns. */
export function makeBank(read: Read, write: Write): Deposit {
  const lastTurns = new Map<string, Promise<unknown>>();

  async function add(account: string, amount: number): Promise<number> {
    const balance = (await read(account)) + amount;
    await write(account, balance);
    return balance;
  }

  return function deposit(account, amount) {
    const turn = lastTurns.get(account)?.then(() => add(account, amount)) ?? add(account, amount);
    const ended = turn.catch(() => {});
    lastTurns.set(account, ended);
    return turn;
  };
}
