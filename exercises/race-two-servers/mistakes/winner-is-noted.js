// fails: the loser goes on and is noted when it is done
export async function firstAnswer(servers, ask, noteLate) {
  const answers = servers.map(async (server) => {
    try {
      return await ask(server);
    } finally {
      noteLate(server);
    }
  });
  return await Promise.race(answers);
}
