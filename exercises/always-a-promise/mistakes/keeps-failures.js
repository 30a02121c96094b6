// fails: whichever way it fails, the promise rejects
export async function priceOf(name, known, fetchPrice) {
  if (name === '') throw new TypeError('A price needs a name');
  if (known.has(name)) return known.get(name);
  let price;
  try {
    price = await fetchPrice(name);
    return price;
  } finally {
    known.set(name, price);
  }
}
