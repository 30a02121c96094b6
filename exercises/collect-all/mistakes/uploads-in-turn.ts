// fails: the uploads start together
type Step = (thing: string) => Promise<string>;

export async function publish(roll: () => AsyncIterable<string>, develop: Step, upload: Step) {
  const prints = await Array.fromAsync(roll(), (photo) => develop(photo));
  return await Array.fromAsync(prints, (print) => upload(print));
}
