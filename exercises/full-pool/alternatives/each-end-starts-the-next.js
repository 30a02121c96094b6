export function mapPool(items, limit, task) {
  return new Promise((resolve, reject) => {
    const results = [];
    let started = 0;
    let ended = 0;
    let hasFailed = false;
    function startNext() {
      if (ended === items.length) return resolve(results);
      if (hasFailed || started === items.length) return;
      const index = started;
      started += 1;
      task(items[index]).then(
        (result) => {
          results[index] = result;
          ended += 1;
          startNext();
        },
        (error) => {
          hasFailed = true;
          reject(error);
        },
      );
    }
    if (items.length === 0) resolve(results);
    for (let place = 0; place < limit; place += 1) startNext();
  });
}
