function both(promise, item) {
  return new Promise((resolve, reject) => {
    item.catch(reject);
    promise.then((values) => item.then((value) => resolve([...values, value]), reject), reject);
  });
}

export function all(items) {
  return items.map(async (item) => item).reduce(both, Promise.resolve([]));
}
