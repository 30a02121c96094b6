export type Read = (account: string) => Promise<number>;
export type Write = (account: string, balance: number) => Promise<unknown>;
export type Deposit = (account: string, amount: number) => Promise<number>;

/** A bank on a server that can only read and write. */
export function makeBank(read: Read, write: Write): Deposit {
  return async function deposit(account, amount) {
    const balance = await read(account);
    await write(account, balance + amount);
    return balance + amount;
  };
}
