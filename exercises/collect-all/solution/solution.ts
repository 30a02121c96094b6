export type Roll = () => AsyncIterable<string>;
export type Develop = (photo: string) => Promise<string>;
export type Upload = (print: string) => Promise<string>;

/** Develops the photos one at a time, then uploads all prints together. */
export async function publish(roll: Roll, develop: Develop, upload: Upload): Promise<string[]> {
  const prints = await Array.fromAsync(roll(), (photo) => develop(photo));
  return await Promise.all(prints.map((print) => upload(print)));
}
