// fails: an error that comes late disturbs nobody
export async function firstAnswer<Answer>(
  servers: string[],
  ask: (server: string) => Promise<Answer>,
  noteLate: (server: string) => void,
): Promise<Answer> {
  let isDecided = false;
  const answers = servers.map(async (server) => {
    const answer = await ask(server);
    if (isDecided) noteLate(server);
    isDecided = true;
    return answer;
  });
  return await Promise.race(answers);
}
