// fails: messages without an id disturb nobody
export function connect(worker) {
  const underWay = new Map();
  let lastId = 0;
  worker.addEventListener('message', ({ data }) => {
    const { resolve, reject } = underWay.get(data.id);
    if ('error' in data) reject(new Error(data.error));
    else resolve(data.result);
  });
  return (job) =>
    new Promise((resolve, reject) => {
      lastId += 1;
      underWay.set(lastId, { resolve, reject });
      worker.postMessage({ id: lastId, job });
    });
}
