export async function firstAnswer(servers, ask, noteLate) {
  const running = new Map();
  for (const server of servers) {
    running.set(
      server,
      Promise.allSettled([ask(server)]).then(([record]) => ({ server, record })),
    );
  }
  const { server: winner, record } = await Promise.race(running.values());
  running.delete(winner);
  for (const [server, answer] of running) answer.then(() => noteLate(server));
  if (record.status === 'rejected') throw record.reason;
  return record.value;
}
