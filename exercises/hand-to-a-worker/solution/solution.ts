export type Connection = Pick<Worker, 'postMessage' | 'addEventListener' | 'onmessage'>;

/** A function that gives one job to the worker, and a promise of the result. */
export function connect(port: Connection): (job: string) => Promise<unknown> {
  const underWay = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  port.addEventListener('message', ({ data }) => {
    const promise = underWay.get(data.id);
    underWay.delete(data.id);
    if ('error' in data) promise?.reject(new Error(data.error));
    else promise?.resolve(data.result);
  });
  return (job) =>
    new Promise((resolve, reject) => {
      lastId += 1;
      underWay.set(lastId, { resolve, reject });
      port.postMessage({ id: lastId, job });
    });
}
