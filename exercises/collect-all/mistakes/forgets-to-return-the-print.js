// fails: the addresses come in the order of the roll
export async function publish(roll, develop, upload) {
  const prints = await Array.fromAsync(roll(), async (photo) => {
    await develop(photo);
  });
  return await Promise.all(prints.map((print) => upload(print)));
}
