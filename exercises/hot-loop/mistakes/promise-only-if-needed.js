// fails: always a promise
export function totalOf(names, priceOf, from = 0) {
  let totalCents = 0;
  for (let index = from; index < names.length; index += 1) {
    const price = priceOf(names[index]);
    if (typeof price !== 'number') {
      return price.then(async (cents) => totalCents + cents + (await totalOf(names, priceOf, index + 1)));
    }
    totalCents += price;
  }
  return totalCents;
}
