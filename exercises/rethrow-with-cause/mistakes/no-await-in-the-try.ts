// fails: photos that cannot be loaded
type User = { name: string; albumId: string };

export async function loadAlbum(
  userId: number,
  fetchUser: (userId: number) => Promise<User>,
  fetchPhotos: (albumId: string) => Promise<string[]>,
): Promise<unknown> {
  let user: User;
  try {
    user = await fetchUser(userId);
  } catch (error) {
    throw new Error(`Cannot load user ${userId}`, { cause: error });
  }
  try {
    return fetchPhotos(user.albumId).then((photos) => ({ owner: user.name, photos }));
  } catch (error) {
    throw new Error(`Cannot load the photos of ${user.name}`, { cause: error });
  }
}
