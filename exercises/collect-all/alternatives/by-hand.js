export async function publish(roll, develop, upload) {
  const camera = roll();
  const prints = [];
  for (let step = await camera.next(); !step.done; step = await camera.next()) {
    try {
      prints.push(await develop(step.value));
    } catch (error) {
      await camera.return();
      throw error;
    }
  }
  const addresses = [];
  await Promise.all(
    prints.map(async (print, index) => {
      addresses[index] = await upload(print);
    }),
  );
  return addresses;
}
