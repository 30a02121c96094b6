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
    totalCents += await priceOf(name);
  }
  return totalCents;
}
