// fails: after a failure, no further task starts
export async function mapPool<Item, Result>(
  items: Item[],
  limit: number,
  task: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const waiting = [...items.entries()];
  const results: Result[] = [];
  let failure: { error: unknown } | undefined;
  const workers = Array.from({ length: limit }, async () => {
    for (let next = waiting.shift(); next && !failure; next = waiting.shift()) {
      try {
        results[next[0]] = await task(next[1]);
      } catch (error) {
        failure = { error };
      }
    }
  });
  await Promise.all(workers);
  if (failure) throw failure.error;
  return results;
}
