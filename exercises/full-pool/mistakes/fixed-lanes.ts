// fails: six clips, two at a time
export async function mapPool<Item, Result>(
  items: Item[],
  limit: number,
  task: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const lanes = Array.from({ length: limit }, async (_, lane) => {
    for (let index = lane; index < items.length; index += limit) {
      results[index] = await task(items[index] as Item);
    }
  });
  await Promise.all(lanes);
  return results;
}
