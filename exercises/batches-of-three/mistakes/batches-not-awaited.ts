// fails: seven photos go in three batches
export async function uploadAll(
  photos: string[],
  upload: (photo: string) => Promise<string>,
): Promise<string[]> {
  const batches: Promise<string[]>[] = [];
  for (let from = 0; from < photos.length; from += 3) {
    batches.push(Promise.all(photos.slice(from, from + 3).map((photo) => upload(photo))));
  }
  return (await Promise.all(batches)).flat();
}
