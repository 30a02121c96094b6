export function priceOf(
  name: string,
  known: Map<string, number>,
  fetchPrice: (name: string) => Promise<number>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    if (name.length === 0) throw new TypeError('A price needs a name');
    const price = known.get(name);
    if (price !== undefined) return resolve(price);
    fetchPrice(name).then((fetched) => {
      known.set(name, fetched);
      resolve(fetched);
    }, reject);
  });
}
