// fails: the uploads start together
export async function publish(roll, develop, upload) {
  return await Array.fromAsync(roll(), async (photo) => await upload(await develop(photo)));
}
