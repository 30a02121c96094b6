// fails: a job that fails rejects its own promise
export function connect(worker) {
  const underWay = new Map();
  let lastId = 0;
  worker.addEventListener('message', ({ data }) => {
    underWay.get(data.id)?.(data.result);
  });
  return (job) =>
    new Promise((resolve) => {
      lastId += 1;
      underWay.set(lastId, resolve);
      worker.postMessage({ id: lastId, job });
    });
}
