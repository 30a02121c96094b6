type Options = { budgetMs: number; onProgress: (done: number) => void; signal: AbortSignal };

export async function processAll<Item, Result>(
  items: Item[],
  handle: (item: Item) => Result,
  { budgetMs, onProgress, signal }: Options,
): Promise<Result[]> {
  const results: Result[] = [];
  let sliceStartMs = performance.now();
  for (const item of items) {
    if (signal.aborted) throw signal.reason;
    results.push(handle(item));
    const isLast = results.length === items.length;
    if (!isLast && performance.now() - sliceStartMs < budgetMs) continue;
    onProgress(results.length);
    if (isLast) break;
    await new Promise((resolve) => setTimeout(resolve, 0));
    sliceStartMs = performance.now();
  }
  return results;
}
