// fails: news come in the order of arrival
export async function* merge(left, right) {
  const lists = await Promise.all([Array.fromAsync(left), Array.fromAsync(right)]);
  yield* lists.flat();
}
