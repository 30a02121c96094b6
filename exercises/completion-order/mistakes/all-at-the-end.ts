// fails: each plate is brought when it is ready
export async function serve(
  dishes: string[],
  cook: (dish: string) => Promise<string>,
  bring: (plate: string) => void,
): Promise<string[]> {
  const plates = await Promise.all(dishes.map((dish) => cook(dish)));
  for (const plate of plates) bring(plate);
  return plates;
}
