// fails: some prices at hand, some promised
export async function totalOf(
  names: string[],
  priceOf: (name: string) => number | Promise<number>,
): Promise<number> {
  let totalCents = 0;
  let mustWait = false;
  for (const name of names) {
    const price = priceOf(name);
    mustWait ||= typeof price !== 'number';
    if (mustWait) totalCents += await price;
    else totalCents += price as number;
  }
  return totalCents;
}
