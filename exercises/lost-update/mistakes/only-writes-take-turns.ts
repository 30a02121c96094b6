// fails: two deposits at once are both kept
export function makeBank(
  read: (account: string) => Promise<number>,
  write: (account: string, balance: number) => Promise<unknown>,
) {
  let writing: Promise<unknown> = Promise.resolve();
  return async (account: string, amount: number): Promise<number> => {
    const balance = (await read(account)) + amount;
    await (writing = writing.then(() => write(account, balance)));
    return balance;
  };
}
