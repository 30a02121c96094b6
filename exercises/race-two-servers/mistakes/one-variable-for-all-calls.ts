// fails: two calls at once do not disturb each other
let isDecided = false;

export async function firstAnswer<Answer>(
  servers: string[],
  ask: (server: string) => Promise<Answer>,
  noteLate: (server: string) => void,
): Promise<Answer> {
  isDecided = false;
  const answers = servers.map(async (server) => {
    try {
      return await ask(server);
    } finally {
      if (isDecided) noteLate(server);
      isDecided = true;
    }
  });
  return await Promise.race(answers);
}
