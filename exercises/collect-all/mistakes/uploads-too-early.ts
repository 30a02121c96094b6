// fails: a spoilt print stops everything
type Step = (thing: string) => Promise<string>;

export async function publish(roll: () => AsyncIterable<string>, develop: Step, upload: Step) {
  const uploads: Promise<string>[] = [];
  for await (const photo of roll()) uploads.push(upload(await develop(photo)));
  return await Promise.all(uploads);
}
