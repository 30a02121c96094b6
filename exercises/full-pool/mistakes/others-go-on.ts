// fails: after a failure, no further task starts
export async function mapPool<Item, Result>(
  items: Item[],
  limit: number,
  task: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const left = items.entries();
  const workers = Array.from({ length: limit }, async () => {
    for (const [index, item] of left) results[index] = await task(item);
  });
  await Promise.all(workers);
  return results;
}
