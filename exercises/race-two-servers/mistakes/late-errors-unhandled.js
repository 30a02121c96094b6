// fails: an error that comes late disturbs nobody
export async function firstAnswer(servers, ask, noteLate) {
  let isDecided = false;
  const answers = servers.map((server) => ask(server));
  answers.forEach((answer, index) => {
    answer.finally(() => {
      if (isDecided) noteLate(servers[index]);
      isDecided = true;
    });
  });
  return await Promise.race(answers);
}
