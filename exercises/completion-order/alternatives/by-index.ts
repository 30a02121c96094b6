export async function serve(
  dishes: string[],
  cook: (dish: string) => Promise<string>,
  bring: (plate: string) => void,
): Promise<string[]> {
  const plates: string[] = Array.from(dishes);
  await Promise.all(
    dishes.map((dish, index) =>
      cook(dish).then((plate) => {
        plates[index] = plate;
        bring(plate);
      }),
    ),
  );
  return plates;
}
