type Ready = { index: number; plate: string };

export async function serve(
  dishes: string[],
  cook: (dish: string) => Promise<string>,
  bring: (plate: string) => void,
): Promise<string[]> {
  const plates: string[] = [];
  const cooking = new Map<number, Promise<Ready>>();
  for (const [index, dish] of dishes.entries()) {
    cooking.set(
      index,
      cook(dish).then((plate) => ({ index, plate })),
    );
  }
  while (cooking.size > 0) {
    const { index, plate } = await Promise.race(cooking.values());
    cooking.delete(index);
    bring(plate);
    plates[index] = plate;
  }
  return plates;
}
