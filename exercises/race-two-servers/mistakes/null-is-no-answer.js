// fails: any number of servers, at any speed
export async function firstAnswer(servers, ask, noteLate) {
  let winner = null;
  const answers = servers.map(async (server) => {
    try {
      const answer = await ask(server);
      if (answer !== null) return answer;
      return await new Promise(() => {});
    } finally {
      if (winner !== null) noteLate(server);
      winner ??= server;
    }
  });
  return await Promise.race(answers);
}
