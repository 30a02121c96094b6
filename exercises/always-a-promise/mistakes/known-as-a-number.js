// fails: a known price comes as a promise, too
export function priceOf(name, known, fetchPrice) {
  if (name === '') return Promise.reject(new TypeError('A price needs a name'));
  if (known.has(name)) return known.get(name);
  return fetchPrice(name).then((price) => {
    known.set(name, price);
    return price;
  });
}
