// fails: one lookup after the other
export async function totalOf(names, priceOf) {
  let totalCents = 0;
  for (const name of names) {
    if (typeof priceOf(name) === 'number') totalCents += priceOf(name);
    else totalCents += await priceOf(name);
  }
  return totalCents;
}
