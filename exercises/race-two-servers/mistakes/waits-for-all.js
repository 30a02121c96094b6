// fails: the first answer wins
export async function firstAnswer(servers, ask, noteLate) {
  const arrived = [];
  const record = (server, settle) => {
    if (arrived.length > 0) noteLate(server);
    arrived.push(settle);
  };
  await Promise.allSettled(
    servers.map((server) =>
      ask(server).then(
        (answer) => record(server, () => answer),
        (error) =>
          record(server, () => {
            throw error;
          }),
      ),
    ),
  );
  return arrived[0]();
}
