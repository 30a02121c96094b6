/**
 * A function that gives one job to the worker, and a promise of the result.
 *
 * @param {Pick<Worker, 'postMessage' | 'addEventListener' | 'onmessage'>} port
 * @returns {(job: string) => Promise<unknown>}
 */
export function connect(port) {
  return (job) =>
    new Promise((resolve) => {
      port.onmessage = (event) => resolve(event.data.result);
      port.postMessage({ id: 1, job });
    });
}
