/** Calls `task` for each item, with at most `limit` under way, and gives the results in the order of `items`. */
export async function mapPool<Item, Result>(
  items: Item[],
  limit: number,
  task: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < items.length; from += limit) {
    const batch = items.slice(from, from + limit);
    results.push(...(await Promise.all(batch.map((item) => task(item)))));
  }
  return results;
}
