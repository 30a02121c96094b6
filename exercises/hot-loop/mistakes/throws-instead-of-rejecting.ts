// fails: a lookup that fails ends the sum
export function totalOf(
  names: string[],
  priceOf: (name: string) => number | Promise<number>,
): Promise<number> {
  let totalCents = 0;
  for (const [index, name] of names.entries()) {
    const price = priceOf(name);
    if (typeof price !== 'number') {
      return price.then(
        async (cents) => totalCents + cents + (await totalOf(names.slice(index + 1), priceOf)),
      );
    }
    totalCents += price;
  }
  return Promise.resolve(totalCents);
}
