// fails: an unknown price is fetched and kept
export async function priceOf(name, known, fetchPrice) {
  if (name === '') throw new TypeError('A price needs a name');
  if (!known.has(name)) known.set(name, fetchPrice(name));
  return await known.get(name);
}
