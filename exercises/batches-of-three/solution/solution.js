/**
 * Uploads all photos, three at a time, and gives their addresses in the order of `photos`.
 *
 * @param {string[]} photos
 * @param {(photo: string) => Promise<string>} upload
 * @returns {Promise<string[]>}
 */
export async function uploadAll(photos, upload) {
  const addresses = [];
  for (let from = 0; from < photos.length; from += 3) {
    const batch = photos.slice(from, from + 3);
    addresses.push(...(await Promise.all(batch.map((photo) => upload(photo)))));
  }
  return addresses;
}
