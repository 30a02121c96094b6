/**
 * A bank on a server that can only read and write. Deposits to one account take turns.
 *
 * @param {(account: string) => Promise<number>} read
 * @param {(account: string, balance: number) => Promise<unknown>} write
 * @returns {(account: string, amount: number) => Promise<number>}
 */
export function makeBank(read, write) {
  const lastTurns = new Map();

  async function add(account, amount) {
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
