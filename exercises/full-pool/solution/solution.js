/**
 * Calls `task` for each item, with at most `limit` under way, and gives the results in the order of `items`.
 *
 * @template Item, Result
 * @param {Item[]} items
 * @param {number} limit
 * @param {(item: Item) => Promise<Result>} task
 * @returns {Promise<Result[]>}
 */
export async function mapPool(items, limit, task) {
  const waiting = [...items.entries()];
  const results = [];
  async function takeTurns() {
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
