// fails: a spoilt print stops everything
type Step = (thing: string) => Promise<string>;

export async function publish(roll: () => AsyncIterator<string>, develop: Step, upload: Step) {
  const camera = roll();
  const prints: string[] = [];
  for (let step = await camera.next(); !step.done; step = await camera.next()) {
    prints.push(await develop(step.value));
  }
  return await Promise.all(prints.map((print) => upload(print)));
}
