// fails: a user that cannot be loaded
type User = { name: string; albumId: string };

export async function loadAlbum(
  userId: number,
  fetchUser: (userId: number) => Promise<User>,
  fetchPhotos: (albumId: string) => Promise<string[]>,
): Promise<unknown> {
  const user = await fetchUser(userId).catch((error: Error) => {
    throw new Error(`Cannot load user ${userId}: ${error.message}`);
  });
  const photos = await fetchPhotos(user.albumId).catch((error: Error) => {
    throw new Error(`Cannot load the photos of ${user.name}: ${error.message}`);
  });
  return { owner: user.name, photos };
}
