export type User = { name: string; albumId: string };
export type Album = { owner: string; photos: string[] };

/** Loads the photos of a user. */
export async function loadAlbum(
  userId: number,
  fetchUser: (userId: number) => Promise<User>,
  fetchPhotos: (albumId: string) => Promise<string[]>,
): Promise<Album> {
  try {
    const user = await fetchUser(userId);
    const photos = await fetchPhotos(user.albumId);
    return { owner: user.name, photos };
  } catch {
    throw new Error('Something went wrong');
  }
}
