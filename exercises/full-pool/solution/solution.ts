/** Calls `task` for each item, with at most `limit` under way, and gives the results in the order of `items`. */
export async function mapPool<Item, Result>(
  items: Item[],
  limit: number,
  task: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const waiting = [...items.entries()];
  const results: Result[] = [];
  async function takeTurns(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, item] = next;
      results[index] = await task(item);
    }
  }
  try {
    await Promise.all(Array.from({ length: limit }, takeTurns));
    return results;
  } finally {
    waiting.length = 0;
  }
}
