/**
 * Loads the photos of a user.
 *
 * @param {number} userId
 * @param {(userId: number) => Promise<{ name: string, albumId: string }>} fetchUser
 * @param {(albumId: string) => Promise<string[]>} fetchPhotos
 * @returns {Promise<{ owner: string, photos: string[] }>}
 */
export async function loadAlbum(userId, fetchUser, fetchPhotos) {
  try {
    const user = await fetchUser(userId);
    const photos = await fetchPhotos(user.albumId);
    return { owner: user.name, photos };
  } catch {
    throw new Error('Something went wrong');
  }
}
