export async function firstAnswer(servers, ask, noteLate) {
  const answers = servers.map((server) => ask(server));
  const done = [];
  answers.forEach((answer, index) => {
    const settle = () => {
      if (done.push(index) > 1) noteLate(servers[index]);
    };
    answer.then(settle, settle);
  });
  return await Promise.race(answers);
}
