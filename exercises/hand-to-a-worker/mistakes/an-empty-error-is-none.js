// fails: any result, any error
export function connect(worker) {
  const underWay = new Map();
  let lastId = 0;
  worker.addEventListener('message', ({ data }) => {
    if (data.error) underWay.get(data.id)?.reject(new Error(data.error));
    else underWay.get(data.id)?.resolve(data.result);
  });
  return (job) =>
    new Promise((resolve, reject) => {
      lastId += 1;
      underWay.set(lastId, { resolve, reject });
      worker.postMessage({ id: lastId, job });
    });
}
