// fails: the darkroom holds one photo at a time
export async function publish(roll, develop, upload) {
  const photos = await Array.fromAsync(roll());
  const prints = await Promise.all(photos.map((photo) => develop(photo)));
  return await Promise.all(prints.map((print) => upload(print)));
}
