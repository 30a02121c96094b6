export async function mapPool<Item, Result>(
  items: Item[],
  limit: number,
  task: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const running = new Set<Promise<void>>();
  for (const [index, item] of items.entries()) {
    if (running.size === limit) await Promise.race(running);
    const one: Promise<void> = task(item).then((result) => {
      results[index] = result;
      running.delete(one);
    });
    running.add(one);
  }
  await Promise.all(running);
  return results;
}
