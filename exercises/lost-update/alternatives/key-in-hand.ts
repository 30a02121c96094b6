type Deposit = (account: string, amount: number) => Promise<number>;

export function makeBank(
  read: (account: string) => Promise<number>,
  write: (account: string, balance: number) => Promise<unknown>,
): Deposit {
  const locked = new Map<string, Promise<void>>();
  return async (account, amount) => {
    while (locked.has(account)) await locked.get(account);
    const { promise, resolve } = Promise.withResolvers<void>();
    locked.set(account, promise);
    try {
      const balance = (await read(account)) + amount;
      await write(account, balance);
      return balance;
    } finally {
      locked.delete(account);
      resolve();
    }
  };
}
