// fails: two deposits at once are both kept
export function makeBank(read, write) {
  return async (account, amount) => {
    let balance = await read(account);
    const now = await read(account);
    if (now !== balance) balance = now;
    await write(account, balance + amount);
    return balance + amount;
  };
}
