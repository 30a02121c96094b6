// fails: two pools at once do not disturb each other
export async function mapPool(items, limit, task) {
  const results = [];
  let taken = 0;
  const workers = Array.from({ length: limit }, async () => {
    while (items.length > 0) {
      const index = taken;
      taken += 1;
      results[index] = await task(items.shift());
    }
  });
  await Promise.all(workers);
  return results;
}
