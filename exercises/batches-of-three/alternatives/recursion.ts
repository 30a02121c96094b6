export async function uploadAll(
  photos: string[],
  upload: (photo: string) => Promise<string>,
): Promise<string[]> {
  if (photos.length === 0) return [];
  const first = await Promise.all(photos.slice(0, 3).map((photo) => upload(photo)));
  return [...first, ...(await uploadAll(photos.slice(3), upload))];
}
