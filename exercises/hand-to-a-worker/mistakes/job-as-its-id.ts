// fails: the same job twice
type Connection = Pick<Worker, 'postMessage' | 'addEventListener'>;

export function connect(worker: Connection): (job: string) => Promise<unknown> {
  const underWay = new Map<string, PromiseWithResolvers<unknown>>();
  worker.addEventListener('message', ({ data }) => {
    const own = underWay.get(data.id);
    if ('error' in data) own?.reject(new Error(data.error));
    else own?.resolve(data.result);
  });
  return (job) => {
    const own = Promise.withResolvers<unknown>();
    underWay.set(job, own);
    worker.postMessage({ id: job, job });
    return own.promise;
  };
}
