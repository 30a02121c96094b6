export async function serve(dishes, cook, bring) {
  const cooking = dishes.map((dish) => cook(dish));
  const brought = cooking.map((plate) => plate.then(bring));
  await Promise.all(brought);
  return await Promise.all(cooking);
}
