// fails: addresses come in the order of the photos
export async function uploadAll(
  photos: string[],
  upload: (photo: string) => Promise<string>,
): Promise<string[]> {
  const addresses: string[] = [];
  for (let from = 0; from < photos.length; from += 3) {
    await Promise.all(
      photos.slice(from, from + 3).map(async (photo) => {
        addresses.push(await upload(photo));
      }),
    );
  }
  return addresses;
}
