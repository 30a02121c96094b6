// fails: two pools at once do not disturb each other
let running = 0;

export async function mapPool<Item, Result>(
  items: Item[],
  limit: number,
  task: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const all = new Set<Promise<void>>();
  for (const [index, item] of items.entries()) {
    while (running >= limit && all.size > 0) await Promise.race(all);
    running += 1;
    const one: Promise<void> = task(item)
      .then((result) => {
        results[index] = result;
      })
      .finally(() => {
        running -= 1;
        all.delete(one);
      });
    all.add(one);
  }
  await Promise.all(all);
  return results;
}
