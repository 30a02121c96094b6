/**
 * Loads the photos of a user. An error says what could not be loaded, and has the reason as its cause.
 *
 * @param {number} userId
 * @param {(userId: number) => Promise<{ name: string, albumId: string }>} fetchUser
 * @param {(albumId: string) => Promise<string[]>} fetchPhotos
 * @returns {Promise<{ owner: string, photos: string[] }>}
 */
export async function loadAlbum(userId, fetchUser, fetchPhotos) {
  let user;
  try {
    user = await fetchUser(userId);
  } catch (error) {
    throw new Error(`Cannot load user ${userId}`, { cause: error });
  }
  try {
    return { owner: user.name, photos: await fetchPhotos(user.albumId) };
  } catch (error) {
    throw new Error(`Cannot load the photos of ${user.name}`, { cause: error });
  }
}
