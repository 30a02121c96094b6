// fails: the same dish may be ordered twice
export async function serve(dishes, cook, bring) {
  const plates = {};
  const cookOne = async (dish) => {
    plates[dish] = await cook(dish);
    bring(plates[dish]);
  };
  await Promise.all([...new Set(dishes)].map(cookOne));
  return dishes.map((dish) => plates[dish]);
}
