// fails: the first file wins
export async function downloadFile(
  mirrors: string[],
  download: (mirror: string) => Promise<string>,
): Promise<string> {
  const records = await Promise.allSettled(mirrors.map((mirror) => download(mirror)));
  const found = records.find((record) => record.status === 'fulfilled');
  if (found !== undefined) return found.value;
  const lines = records.map((record, index) => {
    return record.status === 'rejected' ? `${mirrors[index]}: ${record.reason.message}` : '';
  });
  throw new Error(['No mirror has answered', ...lines].join('\n'));
}
