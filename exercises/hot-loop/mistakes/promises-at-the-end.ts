// fails: one lookup after the other
export async function totalOf(
  names: string[],
  priceOf: (name: string) => number | Promise<number>,
): Promise<number> {
  let totalCents = 0;
  const missing: Promise<number>[] = [];
  for (const name of names) {
    const price = priceOf(name);
    if (typeof price === 'number') totalCents += price;
    else missing.push(price);
  }
  for (const price of missing) totalCents += await price;
  return totalCents;
}
