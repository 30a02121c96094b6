// fails: one listener for many jobs
export function connect(worker) {
  let lastId = 0;
  return (job) =>
    new Promise((resolve, reject) => {
      lastId += 1;
      const id = lastId;
      worker.addEventListener('message', function listener({ data }) {
        if (data.id !== id) return;
        worker.removeEventListener('message', listener);
        if ('error' in data) reject(new Error(data.error));
        else resolve(data.result);
      });
      worker.postMessage({ id, job });
    });
}
