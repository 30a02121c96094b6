// fails: each plate is brought when it is ready
export async function serve(
  dishes: string[],
  cook: (dish: string) => Promise<string>,
  bring: (plate: string) => void,
): Promise<string[]> {
  const plates: string[] = [];
  await Promise.all(
    dishes.map(async (dish) => {
      const plate = await cook(dish);
      bring(plate);
      plates.push(plate);
    }),
  );
  return plates;
}
