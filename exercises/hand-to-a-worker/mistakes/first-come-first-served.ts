// fails: answers may overtake each other
type Connection = Pick<Worker, 'postMessage' | 'addEventListener'>;

export function connect(worker: Connection): (job: string) => Promise<unknown> {
  const waiting: PromiseWithResolvers<unknown>[] = [];
  let id = 0;
  worker.addEventListener('message', ({ data }) => {
    if ('log' in data) return;
    const next = waiting.shift();
    if ('error' in data) next?.reject(new Error(data.error));
    else next?.resolve(data.result);
  });
  return (job) => {
    const own = Promise.withResolvers<unknown>();
    waiting.push(own);
    id += 1;
    worker.postMessage({ id, job });
    return own.promise;
  };
}
