// fails: few items, or none
export function mapPool(items, limit, task) {
  return new Promise((resolve, reject) => {
    const results = [];
    let started = 0;
    let ended = 0;
    function startNext() {
      if (started === items.length) return;
      const index = started;
      started += 1;
      task(items[index]).then(
        (result) => {
          results[index] = result;
          ended += 1;
          if (ended === items.length) resolve(results);
          else startNext();
        },
        (error) => {
          started = items.length;
          reject(error);
        },
      );
    }
    for (let place = 0; place < limit; place += 1) startNext();
  });
}
