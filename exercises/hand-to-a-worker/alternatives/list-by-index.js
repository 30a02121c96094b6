export function connect(worker) {
  const answers = [];
  worker.onmessage = ({ data }) => {
    if (data.id === undefined) return;
    answers[data.id](data);
  };
  return async function ask(job) {
    const answer = await new Promise((resolve) => {
      const id = answers.push(resolve) - 1;
      worker.postMessage({ id, job });
    });
    if (answer.error === undefined) return answer.result;
    throw new Error(answer.error);
  };
}
