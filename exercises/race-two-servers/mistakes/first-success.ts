// fails: an error that comes first wins too
export async function firstAnswer<Answer>(
  servers: string[],
  ask: (server: string) => Promise<Answer>,
  noteLate: (server: string) => void,
): Promise<Answer> {
  let isDecided = false;
  const answers = servers.map(async (server) => {
    try {
      return await ask(server);
    } finally {
      if (isDecided) noteLate(server);
      isDecided = true;
    }
  });
  return await Promise.any(answers);
}
