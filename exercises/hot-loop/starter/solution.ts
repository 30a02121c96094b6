/** The sum of the prices. */
export async function totalOf(
  names: string[],
  priceOf: (name: string) => number | Promise<number>,
): Promise<number> {
  let totalCents = 0;
  for (const name of names) {
    totalCents += await priceOf(name);
  }
  return totalCents;
}
