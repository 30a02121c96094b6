export type FetchPrice = (name: string) => Promise<number>;

/** Gives the price of an article: a known one, or else one that is fetched and kept in `known`. */
export async function priceOf(
  name: string,
  known: Map<string, number>,
  fetchPrice: FetchPrice,
): Promise<number> {
  if (name === '') throw new TypeError('A price needs a name');
  const price = known.get(name) ?? (await fetchPrice(name));
  known.set(name, price);
  return price;
}
