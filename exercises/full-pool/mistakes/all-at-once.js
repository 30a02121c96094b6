// fails: six clips, two at a time
export async function mapPool(items, limit, task) {
  return await Promise.all(items.map((item) => task(item)));
}
