// fails: each plate is brought when it is ready
export async function serve(dishes, cook, bring) {
  const cooking = dishes.map((dish) => cook(dish));
  for (const plate of cooking) bring(plate);
  return await Promise.all(cooking);
}
