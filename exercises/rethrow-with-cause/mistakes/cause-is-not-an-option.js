// fails: a user that cannot be loaded
export async function loadAlbum(userId, fetchUser, fetchPhotos) {
  let user;
  try {
    user = await fetchUser(userId);
  } catch (error) {
    throw new Error(`Cannot load user ${userId}`, error);
  }
  try {
    return { owner: user.name, photos: await fetchPhotos(user.albumId) };
  } catch (error) {
    throw new Error(`Cannot load the photos of ${user.name}`, error);
  }
}
