export function totalOf(names, priceOf) {
  return new Promise((resolve, reject) => {
    let totalCents = 0;
    let next = 0;
    function addUntilPromise() {
      try {
        while (next < names.length) {
          const price = priceOf(names[next]);
          next += 1;
          if (price instanceof Promise) return price.then(addAndGoOn).catch(reject);
          totalCents += price;
        }
        resolve(totalCents);
      } catch (error) {
        reject(error);
      }
    }
    function addAndGoOn(price) {
      totalCents += price;
      addUntilPromise();
    }
    addUntilPromise();
  });
}
