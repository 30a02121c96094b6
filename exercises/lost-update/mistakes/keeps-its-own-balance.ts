// fails: no deposit is lost, whoever answers first
const balances = new Map<string, number>();

export function makeBank(
  read: (account: string) => Promise<number>,
  write: (account: string, balance: number) => Promise<unknown>,
) {
  return async (account: string, amount: number): Promise<number> => {
    const known = balances.get(account) ?? (await read(account));
    const balance = (balances.get(account) ?? known) + amount;
    balances.set(account, balance);
    await write(account, balance);
    return balance;
  };
}
