/**
 * A bank on a server that can only read and write.
 *
 * @param {(account: string) => Promise<number>} read
 * @param {(account: string, balance: number) => Promise<unknown>} write
 * @returns {(account: string, amount: number) => Promise<number>}
 */
export function makeBank(read, write) {
  return async function deposit(account, amount) {
    const balance = await read(account);
    await write(account, balance + amount);
    return balance + amount;
  };
}
