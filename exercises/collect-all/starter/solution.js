/**
 * Develops the photos one at a time, then uploads all prints together.
 *
 * @param {() => AsyncIterable<string>} roll
 * @param {(photo: string) => Promise<string>} develop
 * @param {(print: string) => Promise<string>} upload
 * @returns {Promise<string[]>}
 */
export async function publish(roll, develop, upload) {
  const photos = await Array.fromAsync(roll());
  const prints = await Promise.all(photos.map((photo) => develop(photo)));
  const addresses = [];
  for (const print of prints) {
    addresses.push(await upload(print));
  }
  return addresses;
}
