export type Roll = () => AsyncIterable<string>;
export type Develop = (photo: string) => Promise<string>;
export type Upload = (print: string) => Promise<string>;

/** Develops the photos one at a time, then uploads all prints together. */
export async function publish(roll: Roll, develop: Develop, upload: Upload): Promise<string[]> {
  const photos = await Array.fromAsync(roll());
  const prints = await Promise.all(photos.map((photo) => develop(photo)));
  const addresses: string[] = [];
  for (const print of prints) {
    addresses.push(await upload(print));
  }
  return addresses;
}
