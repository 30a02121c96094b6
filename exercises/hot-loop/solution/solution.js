/**
 * The sum of the prices.
 *
 * @param {string[]} names
 * @param {(name: string) => number | Promise<number>} priceOf
 * @returns {Promise<number>}
 */
export async function totalOf(names, priceOf) {
  let totalCents = 0;
  for (const name of names) {
    const price = priceOf(name);
    totalCents += typeof price === 'number' ? price : await price;
  }
  return totalCents;
}
