// fails: a batch starts when all of the one before have arrived
export async function uploadAll(photos, upload) {
  const uploads = [];
  for (let from = 0; from < photos.length; from += 3) {
    const batch = photos.slice(from, from + 3).map((photo) => upload(photo));
    uploads.push(...batch);
    await Promise.race(batch);
  }
  return await Promise.all(uploads);
}
