// fails: seven photos go in three batches
export async function uploadAll(photos, upload) {
  const addresses = [];
  for (const photo of photos) addresses.push(await upload(photo));
  return addresses;
}
