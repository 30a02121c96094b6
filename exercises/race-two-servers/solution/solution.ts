export type Ask<Answer> = (server: string) => Promise<Answer>;
export type NoteLate = (server: string) => void;

/** Asks all servers and settles as the first of them does; notes the others when they are done. */
export async function firstAnswer<Answer>(
  servers: string[],
  ask: Ask<Answer>,
  noteLate: NoteLate,
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
  return await Promise.race(answers);
}
