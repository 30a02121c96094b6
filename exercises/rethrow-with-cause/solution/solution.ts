export type User = { name: string; albumId: string };
export type Album = { owner: string; photos: string[] };

/** Loads the photos of a user. An error says what could not be loaded, and has the reason as its cause. */
export async function loadAlbum(
  userId: number,
  fetchUser: (userId: number) => Promise<User>,
  fetchPhotos: (albumId: string) => Promise<string[]>,
): Promise<Album> {
  let user: User;
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
