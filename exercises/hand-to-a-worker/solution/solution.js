/**
 * A function that gives one job to the worker, and a promise of the result.
 *
 * @param {Pick<Worker, 'postMessage' | 'addEventListener' | 'onmessage'>} port
 * @returns {(job: string) => Promise<unknown>}
 */
export function connect(port) {
  const underWay = new Map();
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
