// fails: one lookup after the other
export async function totalOf(names, priceOf) {
  let totalCents = 0;
  for (const name of names) totalCents += priceOf(name);
  return totalCents;
}
