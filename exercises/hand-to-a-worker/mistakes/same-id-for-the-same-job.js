// fails: three jobs are under way at once
export function connect(worker) {
  const underWay = new Map();
  worker.addEventListener('message', ({ data }) => {
    const own = underWay.get(data.id);
    if (!own) return;
    if ('error' in data) own.reject(new Error(data.error));
    else own.resolve(data.result);
  });
  return (job) =>
    new Promise((resolve, reject) => {
      underWay.set(1, { resolve, reject });
      worker.postMessage({ id: 1, job });
    });
}
