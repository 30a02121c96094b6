// fails: a thousand prices at hand
export async function totalOf(names, priceOf) {
  function* prices() {
    for (const name of names) yield priceOf(name);
  }
  let totalCents = 0;
  for await (const price of prices()) totalCents += price;
  return totalCents;
}
