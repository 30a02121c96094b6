export type Connection = Pick<Worker, 'postMessage' | 'addEventListener' | 'onmessage'>;

/** A function that gives one job to the worker, and a promise of the result. */
export function connect(port: Connection): (job: string) => Promise<unknown> {
  return (job) =>
    new Promise((resolve) => {
      port.onmessage = (event) => resolve(event.data.result);
      port.postMessage({ id: 1, job });
    });
}
