// fails: each plate is brought when it is ready
export async function serve(dishes, cook, bring) {
  const plates = [];
  for (const dish of dishes) {
    const plate = await cook(dish);
    bring(plate);
    plates.push(plate);
  }
  return plates;
}
