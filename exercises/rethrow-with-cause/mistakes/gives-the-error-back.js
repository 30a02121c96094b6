// fails: photos that cannot be loaded
export async function loadAlbum(userId, fetchUser, fetchPhotos) {
  const wrap = (message) => (cause) => new Error(message, { cause });
  const user = await fetchUser(userId).catch(wrap(`Cannot load user ${userId}`));
  if (user instanceof Error) throw user;
  const photos = await fetchPhotos(user.albumId).catch(wrap(`Cannot load the photos of ${user.name}`));
  return { owner: user.name, photos };
}
