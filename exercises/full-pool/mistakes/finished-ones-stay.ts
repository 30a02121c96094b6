// fails: six clips, two at a time
export async function mapPool<Item, Result>(
  items: Item[],
  limit: number,
  task: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const running: Promise<Result>[] = [];
  for (const item of items) {
    if (running.length >= limit) await Promise.race(running);
    running.push(task(item));
  }
  return await Promise.all(running);
}
