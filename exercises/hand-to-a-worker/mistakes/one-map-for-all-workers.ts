// fails: two workers at the same time
type Connection = Pick<Worker, 'postMessage' | 'addEventListener'>;

let underWay = new Map<number, PromiseWithResolvers<unknown>>();

export function connect(worker: Connection): (job: string) => Promise<unknown> {
  underWay = new Map();
  worker.addEventListener('message', ({ data }) => {
    const own = underWay.get(data.id);
    if ('error' in data) own?.reject(new Error(data.error));
    else own?.resolve(data.result);
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
