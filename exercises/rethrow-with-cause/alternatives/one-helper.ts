type User = { name: string; albumId: string };

async function during<Value>(doing: string, work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (cause) {
    throw new Error(`Cannot load ${doing}`, { cause });
  }
}

export async function loadAlbum(
  userId: number,
  fetchUser: (userId: number) => Promise<User>,
  fetchPhotos: (albumId: string) => Promise<string[]>,
): Promise<{ owner: string; photos: string[] }> {
  const { name, albumId } = await during(`user ${userId}`, fetchUser(userId));
  return { owner: name, photos: await during(`the photos of ${name}`, fetchPhotos(albumId)) };
}
