// fails: the same dish may be ordered twice
export async function serve(dishes, cook, bring) {
  const plates = new Map();
  const cookOne = async (dish) => {
    plates.set(dish, await cook(dish));
    bring(plates.get(dish));
  };
  await Promise.all(dishes.map(cookOne));
  return dishes.map((dish) => plates.get(dish));
}
