// fails: after a failure, no further batch starts
export async function uploadAll(
  photos: string[],
  upload: (photo: string) => Promise<string>,
): Promise<string[]> {
  const records: PromiseSettledResult<string>[] = [];
  for (let from = 0; from < photos.length; from += 3) {
    records.push(...(await Promise.allSettled(photos.slice(from, from + 3).map((photo) => upload(photo)))));
  }
  return records.map((record) => {
    if (record.status === 'rejected') throw record.reason;
    return record.value;
  });
}
