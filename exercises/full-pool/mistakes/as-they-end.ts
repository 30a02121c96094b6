// fails: results come in the order of the items
export async function mapPool<Item, Result>(
  items: Item[],
  limit: number,
  task: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const waiting = [...items];
  const results: Result[] = [];
  const workers = Array.from({ length: limit }, async () => {
    while (waiting.length > 0) results.push(await task(waiting.shift() as Item));
  });
  await Promise.all(workers).finally(() => waiting.splice(0));
  return results;
}
