// fails: an unknown price is fetched and kept
export async function priceOf(name, known, fetchPrice) {
  if (name === '') throw new TypeError('A price needs a name');
  return known.get(name) ?? (await fetchPrice(name));
}
