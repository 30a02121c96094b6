// fails: each plate is brought when it is ready
export async function serve(dishes, cook, bring) {
  const plates = [];
  dishes.forEach(async (dish, index) => {
    plates[index] = await cook(dish);
    bring(plates[index]);
  });
  return plates;
}
