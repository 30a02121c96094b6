// fails: a batch starts when all of the one before have arrived
export async function uploadAll(
  photos: string[],
  upload: (photo: string) => Promise<string>,
): Promise<string[]> {
  const addresses: string[] = [];
  const left = photos.entries();
  async function uploadSome(): Promise<void> {
    for (const [index, photo] of left) addresses[index] = await upload(photo);
  }
  await Promise.all([uploadSome(), uploadSome(), uploadSome()]);
  return addresses;
}
