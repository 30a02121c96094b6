/** The sum of the prices. */
export async function totalOf(
  names: string[],
  priceOf: (name: string) => number | Promise<number>,
): Promise<number> {
  let totalCents = 0;
  for (const name of names) {
    const price = priceOf(name);
    totalCents += typeof price === 'number' ? price : await price;
  }
  return totalCents;
}
