export type Cook = (dish: string) => Promise<string>;
export type Bring = (plate: string) => void;

/** Brings each plate when it is ready; gives all plates in the order of the dishes. */
export async function serve(dishes: string[], cook: Cook, bring: Bring): Promise<string[]> {
  const served = dishes.map(async (dish) => {
    const plate = await cook(dish);
    bring(plate);
    return plate;
  });
  return await Promise.all(served);
}
