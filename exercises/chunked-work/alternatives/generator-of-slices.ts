type Options = { budgetMs: number; onProgress: (done: number) => void; signal: AbortSignal };

function* slices<Item, Result>(items: Item[], handle: (item: Item) => Result, budgetMs: number) {
  let slice: Result[] = [];
  let usedUpMs = performance.now() + budgetMs;
  for (const item of items) {
    slice.push(handle(item));
    if (performance.now() < usedUpMs) continue;
    yield slice;
    slice = [];
    usedUpMs = performance.now() + budgetMs;
  }
  if (slice.length > 0) yield slice;
}

export async function processAll<Item, Result>(
  items: Item[],
  handle: (item: Item) => Result,
  { budgetMs, onProgress, signal }: Options,
): Promise<Result[]> {
  signal.throwIfAborted();
  const results: Result[] = [];
  for (const slice of slices(items, handle, budgetMs)) {
    results.push(...slice);
    onProgress(results.length);
    await new Promise((resolve) => setImmediate(resolve));
    if (results.length < items.length) signal.throwIfAborted();
  }
  return results;
}
