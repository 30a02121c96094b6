export type FetchPrice = (name: string) => Promise<number>;

/** Gives the price of an article: a known one, or else one that is fetched and kept in `known`. */
export function priceOf(
  name: string,
  known: Map<string, number>,
  fetchPrice: FetchPrice,
): number | undefined | Promise<number> {
  if (name === '') throw new TypeError('A price needs a name');
  if (known.has(name)) return known.get(name);
  return fetchPrice(name).then((price) => {
    known.set(name, price);
    return price;
  });
}
