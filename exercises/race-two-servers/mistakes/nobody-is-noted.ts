// fails: the loser goes on and is noted when it is done
export async function firstAnswer<Answer>(
  servers: string[],
  ask: (server: string) => Promise<Answer>,
): Promise<Answer> {
  return await Promise.race(servers.map((server) => ask(server)));
}
