export function firstAnswer<Answer>(
  servers: string[],
  ask: (server: string) => Promise<Answer>,
  noteLate: (server: string) => void,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let winner: string | undefined;
    const isLate = (server: string): boolean => {
      winner ??= server;
      if (winner !== server) noteLate(server);
      return winner !== server;
    };
    for (const server of servers) {
      ask(server).then(
        (answer) => isLate(server) || resolve(answer),
        (error: unknown) => isLate(server) || reject(error),
      );
    }
  });
}
