// fails: a deposit is written when it is done
export function makeBank(read, write) {
  const last = new Map();
  return (account, amount) => {
    const turn = (last.get(account) ?? Promise.resolve()).then(async () => {
      const balance = (await read(account)) + amount;
      write(account, balance);
      return balance;
    });
    last.set(
      account,
      turn.catch(() => {}),
    );
    return turn;
  };
}
