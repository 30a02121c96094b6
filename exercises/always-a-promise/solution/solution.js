/**
 * Gives the price of an article: a known one, or else one that is fetched and kept in `known`.
 *
 * @param {string} name
 * @param {Map<string, number>} known
 * @param {(name: string) => Promise<number>} fetchPrice
 * @returns {Promise<number>}
 */
export async function priceOf(name, known, fetchPrice) {
  if (name === '') throw new TypeError('A price needs a name');
  const price = known.get(name) ?? (await fetchPrice(name));
  known.set(name, price);
  return price;
}
