/**
 * Gives the price of an article: a known one, or else one that is fetched and kept in `known`.
 *
 * @param {string} name
 * @param {Map<string, number>} known
 * @param {(name: string) => Promise<number>} fetchPrice
 */
export function priceOf(name, known, fetchPrice) {
  if (name === '') throw new TypeError('A price needs a name');
  if (known.has(name)) return known.get(name);
  return fetchPrice(name).then((price) => {
    known.set(name, price);
    return price;
  });
}
