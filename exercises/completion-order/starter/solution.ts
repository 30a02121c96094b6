export type Cook = (dish: string) => Promise<string>;
export type Bring = (plate: string) => void;

/** Brings each plate when it is ready; gives all plates in the order of the dishes. */
export async function serve(dishes: string[], cook: Cook, bring: Bring): Promise<string[]> {
  const cooking = dishes.map((dish) => cook(dish));
  const plates: string[] = [];
  for (const promise of cooking) {
    const plate = await promise;
    bring(plate);
    plates.push(plate);
  }
  return plates;
}
