// fails: one lookup after the other
export async function totalOf(
  names: string[],
  priceOf: (name: string) => number | Promise<number>,
): Promise<number> {
  const prices = await Promise.all(names.map((name) => priceOf(name)));
  return prices.reduce((sum, price) => sum + price, 0);
}
