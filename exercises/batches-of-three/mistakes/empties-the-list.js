// fails: the list of photos is left as it was
export async function uploadAll(photos, upload) {
  const addresses = [];
  while (photos.length > 0) {
    const batch = photos.splice(0, 3);
    addresses.push(...(await Promise.all(batch.map((photo) => upload(photo)))));
  }
  return addresses;
}
