// fails: after a failure, no further batch starts
export async function uploadAll(photos, upload) {
  const addresses = [];
  for (let from = 0; from < photos.length; from += 3) {
    const batch = photos.slice(from, from + 3).map((photo) => upload(photo));
    for (const promise of batch) addresses.push(await promise);
  }
  return addresses;
}
