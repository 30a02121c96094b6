/** Adds what is at hand, and yields what has to be waited for. */
function* adding(
  names: string[],
  priceOf: (name: string) => number | Promise<number>,
): Generator<Promise<number>, number, number> {
  let totalCents = 0;
  for (const name of names) {
    const price = priceOf(name);
    if (typeof price === 'number') totalCents += price;
    else totalCents += yield price;
  }
  return totalCents;
}

export async function totalOf(
  names: string[],
  priceOf: (name: string) => number | Promise<number>,
): Promise<number> {
  const sum = adding(names, priceOf);
  let step = sum.next();
  while (!step.done) step = sum.next(await step.value);
  return step.value;
}
