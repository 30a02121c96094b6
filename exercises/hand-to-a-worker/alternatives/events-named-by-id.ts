type Connection = Pick<Worker, 'postMessage' | 'addEventListener'>;

export function connect(worker: Connection): (job: string) => Promise<unknown> {
  // Each job listens on a post office of our own; only the post office listens to the worker.
  const postOffice = new EventTarget();
  worker.addEventListener('message', ({ data }) => {
    postOffice.dispatchEvent(new CustomEvent(`answer ${data.id}`, { detail: data }));
  });

  let jobs = 0;
  return (job) => {
    jobs += 1;
    const id = `job ${jobs}`;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const settle = (event: Event): void => {
      const data = (event as CustomEvent).detail;
      if (Object.hasOwn(data, 'error')) reject(new Error(data.error));
      else resolve(data.result);
    };
    postOffice.addEventListener(`answer ${id}`, settle, { once: true });
    worker.postMessage({ id, job });
    return promise;
  };
}
