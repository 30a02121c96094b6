// fails: photos that cannot be loaded
type User = { name: string; albumId: string };

export async function loadAlbum(
  userId: number,
  fetchUser: (userId: number) => Promise<User>,
  fetchPhotos: (albumId: string) => Promise<string[]>,
): Promise<unknown> {
  let doing = `user ${userId}`;
  try {
    const { name, albumId } = await fetchUser(userId);
    doing = `the photos of ${userId}`;
    return { owner: name, photos: await fetchPhotos(albumId) };
  } catch (cause) {
    throw new Error(`Cannot load ${doing}`, { cause });
  }
}
