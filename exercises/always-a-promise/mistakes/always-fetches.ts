// fails: a known price comes as a promise, too
export async function priceOf(
  name: string,
  known: Map<string, number>,
  fetchPrice: (name: string) => Promise<number>,
): Promise<number> {
  if (name === '') throw new TypeError('A price needs a name');
  const price = await fetchPrice(name);
  known.set(name, price);
  return price;
}
