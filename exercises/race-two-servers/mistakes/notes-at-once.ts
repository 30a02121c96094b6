// fails: the loser goes on and is noted when it is done
export async function firstAnswer<Answer>(
  servers: string[],
  ask: (server: string) => Promise<Answer>,
  noteLate: (server: string) => void,
): Promise<Answer> {
  let winner: string | undefined;
  const answers = servers.map(async (server) => {
    try {
      return await ask(server);
    } finally {
      winner ??= server;
    }
  });
  try {
    return await Promise.race(answers);
  } finally {
    for (const server of servers) if (server !== winner) noteLate(server);
  }
}
