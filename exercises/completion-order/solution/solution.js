/**
 * Brings each plate when it is ready; gives all plates in the order of the dishes.
 *
 * @param {string[]} dishes
 * @param {(dish: string) => Promise<string>} cook
 * @param {(plate: string) => void} bring
 * @returns {Promise<string[]>}
 */
export async function serve(dishes, cook, bring) {
  const served = dishes.map(async (dish) => {
    const plate = await cook(dish);
    bring(plate);
    return plate;
  });
  return await Promise.all(served);
}
