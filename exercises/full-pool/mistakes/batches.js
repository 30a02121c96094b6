// fails: six clips, two at a time
export async function mapPool(items, limit, task) {
  const results = [];
  for (let from = 0; from < items.length; from += limit) {
    results.push(...(await Promise.all(items.slice(from, from + limit).map((item) => task(item)))));
  }
  return results;
}
