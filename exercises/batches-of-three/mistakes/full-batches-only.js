// fails: seven photos go in three batches
export async function uploadAll(photos, upload) {
  const addresses = [];
  for (let batch = 0; batch < Math.floor(photos.length / 3); batch += 1) {
    const photosOfBatch = photos.slice(batch * 3, batch * 3 + 3);
    addresses.push(...(await Promise.all(photosOfBatch.map((photo) => upload(photo)))));
  }
  return addresses;
}
