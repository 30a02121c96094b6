// fails: whichever way it fails, the promise rejects
export async function priceOf(
  name: string,
  known: Map<string, number>,
  fetchPrice: (name: string) => Promise<number>,
): Promise<number> {
  if (name === '') throw new TypeError('A price needs a name');
  try {
    const price = known.get(name) ?? (await fetchPrice(name));
    known.set(name, price);
    return price;
  } catch {
    return 0;
  }
}
