export async function mapPool(items, limit, task) {
  const results = [];
  // A loop that ends with an error also closes the generator, and with it the loops of the others.
  function* oneByOne() {
    yield* items.entries();
  }
  const left = oneByOne();
  const workers = Array.from({ length: limit }, async () => {
    for (const [index, item] of left) results[index] = await task(item);
  });
  await Promise.all(workers);
  return results;
}
