// fails: the addresses come in the order of the roll
type Step = (thing: string) => Promise<string>;

export async function publish(roll: () => AsyncIterable<string>, develop: Step, upload: Step) {
  const prints = await Array.fromAsync(roll(), (photo) => develop(photo));
  const addresses: string[] = [];
  await Promise.all(prints.map(async (print) => addresses.push(await upload(print))));
  return addresses;
}
