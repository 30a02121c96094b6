// fails: different accounts do not wait for each other
export function makeBank(
  read: (account: string) => Promise<number>,
  write: (account: string, balance: number) => Promise<unknown>,
) {
  let last: Promise<unknown> = Promise.resolve();
  return (account: string, amount: number): Promise<number> => {
    const turn = last.then(async () => {
      const balance = (await read(account)) + amount;
      await write(account, balance);
      return balance;
    });
    last = turn.catch(() => {});
    return turn;
  };
}
