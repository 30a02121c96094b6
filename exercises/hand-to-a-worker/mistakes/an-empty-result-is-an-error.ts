// fails: any result, any error
type Connection = Pick<Worker, 'postMessage' | 'addEventListener'>;

export function connect(worker: Connection): (job: string) => Promise<unknown> {
  const underWay = new Map<number, PromiseWithResolvers<unknown>>();
  worker.addEventListener('message', ({ data }) => {
    const own = underWay.get(data.id);
    if (data.result) own?.resolve(data.result);
    else own?.reject(new Error(data.error));
  });
  let lastId = 0;
  return (job) => {
    const own = Promise.withResolvers<unknown>();
    lastId += 1;
    underWay.set(lastId, own);
    worker.postMessage({ id: lastId, job });
    return own.promise;
  };
}
