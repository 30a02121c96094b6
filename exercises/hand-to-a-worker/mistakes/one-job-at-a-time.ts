// fails: three jobs are under way at once
type Connection = Pick<Worker, 'postMessage' | 'onmessage'>;

export function connect(worker: Connection): (job: string) => Promise<unknown> {
  let before: Promise<unknown> = Promise.resolve();
  let id = 0;
  const ask = (job: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent) => {
        if ('log' in data) return;
        if ('error' in data) reject(new Error(data.error));
        else resolve(data.result);
      };
      id += 1;
      worker.postMessage({ id, job });
    });
  return (job) => {
    const answer = before.then(() => ask(job));
    before = answer.catch(() => {});
    return answer;
  };
}
