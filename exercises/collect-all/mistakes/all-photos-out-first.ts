// fails: the darkroom holds one photo at a time
type Step = (thing: string) => Promise<string>;

export async function publish(roll: () => AsyncIterable<string>, develop: Step, upload: Step) {
  const photos = await Array.fromAsync(roll());
  const prints = await Array.fromAsync(photos, (photo) => develop(photo));
  return await Promise.all(prints.map((print) => upload(print)));
}
