type Step = (thing: string) => Promise<string>;

export async function publish(roll: () => AsyncIterable<string>, develop: Step, upload: Step) {
  const prints: string[] = [];
  for await (const photo of roll()) prints.push(await develop(photo));
  const uploads: Promise<string>[] = [];
  for (const print of prints) uploads.push(upload(print));
  return await Promise.all(uploads);
}
