function* batchesOf(size, items) {
  let batch = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

export async function uploadAll(photos, upload) {
  const uploaded = [];
  for (const batch of batchesOf(3, photos)) {
    uploaded.push(await Promise.all(batch.map(upload)));
  }
  return uploaded.flat();
}
