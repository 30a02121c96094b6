// fails: a dish that fails ends the waiting at once
export async function serve(
  dishes: string[],
  cook: (dish: string) => Promise<string>,
  bring: (plate: string) => void,
): Promise<string[]> {
  const plates = await Promise.all(
    dishes.map(async (dish) => {
      try {
        const plate = await cook(dish);
        bring(plate);
        return [plate];
      } catch {
        return [];
      }
    }),
  );
  return plates.flat();
}
