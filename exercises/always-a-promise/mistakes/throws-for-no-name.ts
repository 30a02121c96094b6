// fails: a missing name is a rejection, not an exception
export function priceOf(
  name: string,
  known: Map<string, number>,
  fetchPrice: (name: string) => Promise<number>,
): Promise<number> {
  if (name === '') throw new TypeError('A price needs a name');
  const price = known.get(name);
  if (price !== undefined) return Promise.resolve(price);
  return fetchPrice(name).then((fetched) => {
    known.set(name, fetched);
    return fetched;
  });
}
