// fails: six clips, two at a time
export async function mapPool<Item, Result>(
  items: Item[],
  limit: number,
  task: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const all: Promise<Result>[] = [];
  const running: Promise<Result>[] = [];
  for (const item of items) {
    if (running.length === limit) await running.shift();
    const one = task(item);
    all.push(one);
    running.push(one);
  }
  return await Promise.all(all);
}
