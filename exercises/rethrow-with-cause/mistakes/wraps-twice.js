// fails: a user that cannot be loaded
export async function loadAlbum(userId, fetchUser, fetchPhotos) {
  let owner = `user ${userId}`;
  try {
    const user = await fetchUser(userId).catch((error) => {
      throw new Error(`Cannot load user ${userId}`, { cause: error });
    });
    owner = user.name;
    return { owner, photos: await fetchPhotos(user.albumId) };
  } catch (error) {
    throw new Error(`Cannot load the photos of ${owner}`, { cause: error });
  }
}
