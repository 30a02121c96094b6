// fails: a user that cannot be loaded
export async function loadAlbum(userId, fetchUser, fetchPhotos) {
  let doing = `user ${userId}`;
  try {
    const { name, albumId } = await fetchUser(userId);
    doing = `the photos of ${name}`;
    return { owner: name, photos: await fetchPhotos(albumId) };
  } catch (error) {
    error.message = `Cannot load ${doing}`;
    throw error;
  }
}
