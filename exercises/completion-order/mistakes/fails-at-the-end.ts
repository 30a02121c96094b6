// fails: a dish that fails ends the waiting at once
export async function serve(
  dishes: string[],
  cook: (dish: string) => Promise<string>,
  bring: (plate: string) => void,
): Promise<string[]> {
  const cooking = dishes.map((dish) => cook(dish));
  for (const promise of cooking) promise.then(bring, () => {});
  await Promise.allSettled(cooking);
  return await Promise.all(cooking);
}
