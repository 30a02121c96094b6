// fails: a thousand prices at hand
export function totalOf(
  names: string[],
  priceOf: (name: string) => number | Promise<number>,
): Promise<number> {
  return names.reduce(
    (before, name) => before.then(async (total) => total + (await priceOf(name))),
    Promise.resolve(0),
  );
}
