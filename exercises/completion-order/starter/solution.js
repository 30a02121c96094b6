/**
 * Brings each plate when it is ready; gives all plates in the order of the dishes.
 *
 * @param {string[]} dishes
 * @param {(dish: string) => Promise<string>} cook
 * @param {(plate: string) => void} bring
 * @returns {Promise<string[]>}
 */
export async function serve(dishes, cook, bring) {
  const cooking = dishes.map((dish) => cook(dish));
  const plates = [];
  for (const promise of cooking) {
    const plate = await promise;
    bring(plate);
    plates.push(plate);
  }
  return plates;
}
