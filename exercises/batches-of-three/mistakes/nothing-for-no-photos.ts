// fails: two photos, one, or none
export async function uploadAll(
  photos: string[],
  upload: (photo: string) => Promise<string>,
): Promise<string[] | undefined> {
  if (photos.length === 0) return;
  const addresses = await Promise.all(photos.slice(0, 3).map((photo) => upload(photo)));
  const others = await uploadAll(photos.slice(3), upload);
  return addresses.concat(others ?? []);
}
