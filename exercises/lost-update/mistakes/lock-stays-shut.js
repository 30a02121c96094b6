// fails: a deposit that fails fails alone
export function makeBank(read, write) {
  const locks = new Map();
  return async (account, amount) => {
    while (locks.has(account)) await locks.get(account);
    let unlock;
    locks.set(account, new Promise((resolve) => (unlock = resolve)));
    const balance = (await read(account)) + amount;
    await write(account, balance);
    locks.delete(account);
    unlock();
    return balance;
  };
}
