export function makeBank(read, write) {
  const queues = {};

  async function serve(queue, account) {
    for (const { amount, resolve, reject } of queue) {
      try {
        const balance = amount + (await read(account));
        await write(account, balance);
        resolve(balance);
      } catch (error) {
        reject(error);
      }
    }
    delete queues[account];
  }

  return (account, amount) =>
    new Promise((resolve, reject) => {
      const wish = { amount, resolve, reject };
      if (queues[account]) {
        queues[account].push(wish);
      } else {
        queues[account] = [wish];
        serve(queues[account], account);
      }
    });
}
