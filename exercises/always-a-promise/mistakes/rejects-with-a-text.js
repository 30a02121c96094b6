// fails: a missing name is a rejection, not an exception
export async function priceOf(name, known, fetchPrice) {
  if (name === '') throw 'A price needs a name';
  if (!known.has(name)) known.set(name, await fetchPrice(name));
  return known.get(name);
}
