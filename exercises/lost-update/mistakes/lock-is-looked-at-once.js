// fails: three deposits at once are all kept
export function makeBank(read, write) {
  const locks = new Map();
  return async (account, amount) => {
    if (locks.has(account)) await locks.get(account);
    const { promise, resolve } = Promise.withResolvers();
    locks.set(account, promise);
    try {
      const balance = (await read(account)) + amount;
      await write(account, balance);
      return balance;
    } finally {
      locks.delete(account);
      resolve();
    }
  };
}
