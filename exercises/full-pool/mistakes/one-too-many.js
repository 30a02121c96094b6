// fails: six clips, two at a time
export async function mapPool(items, limit, task) {
  const results = [];
  const running = new Set();
  for (const [index, item] of items.entries()) {
    if (running.size > limit) await Promise.race(running);
    const one = task(item).then((result) => {
      results[index] = result;
      running.delete(one);
    });
    running.add(one);
  }
  await Promise.all(running);
  return results;
}
