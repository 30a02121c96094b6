// fails: a lookup that fails ends the sum
export async function totalOf(names, priceOf) {
  let totalCents = 0;
  for (const name of names) {
    try {
      const price = priceOf(name);
      totalCents += typeof price === 'number' ? price : await price;
    } catch (error) {
      console.error(error);
    }
  }
  return totalCents;
}
