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
  const results = [];
  for (let from = 0; from < items.length; from += limit) {
    const batch = items.slice(from, from + limit);
    results.push(...(await Promise.all(batch.map((item) => task(item)))));
  }
  return results;
}
