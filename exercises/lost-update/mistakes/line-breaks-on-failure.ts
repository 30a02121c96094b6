// fails: a deposit that fails fails alone
export function makeBank(
  read: (account: string) => Promise<number>,
  write: (account: string, balance: number) => Promise<unknown>,
) {
  const last = new Map<string, Promise<number>>();
  return (account: string, amount: number): Promise<number> => {
    const turn = (last.get(account) ?? Promise.resolve(0)).then(async () => {
      const balance = (await read(account)) + amount;
      await write(account, balance);
      return balance;
    });
    last.set(account, turn);
    return turn;
  };
}
