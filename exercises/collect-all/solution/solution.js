/**
 * Develops the photos one at a time, then uploads all prints together.
 *
 * @param {() => AsyncIterable<string>} roll
 * @param {(photo: string) => Promise<string>} develop
 * @param {(print: string) => Promise<string>} upload
 * @returns {Promise<string[]>}
 */
export async function publish(roll, develop, upload) {
  const prints = await Array.fromAsync(roll(), (photo) => develop(photo));
  return await Promise.all(prints.map((print) => upload(print)));
}
