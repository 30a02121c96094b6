// fails: each plate is brought when it is ready
export async function serve(dishes, cook, bring) {
  return await Promise.all(
    dishes.map(async (dish) => {
      const plate = await cook(dish);
      bring(plate);
    }),
  );
}
