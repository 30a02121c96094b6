/** Uploads all photos, three at a time, and gives their addresses in the order of `photos`. */
export async function uploadAll(
  photos: string[],
  upload: (photo: string) => Promise<string>,
): Promise<string[]> {
  const addresses: string[] = [];
  for (let from = 0; from < photos.length; from += 3) {
    const batch = photos.slice(from, from + 3);
    addresses.push(...(await Promise.all(batch.map((photo) => upload(photo)))));
  }
  return addresses;
}
