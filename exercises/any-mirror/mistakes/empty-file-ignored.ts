// fails: an empty file is a file
export async function downloadFile(
  mirrors: string[],
  download: (mirror: string) => Promise<string>,
): Promise<string> {
  const downloads = mirrors.map(async (mirror) => {
    const file = await download(mirror);
    if (!file) throw new Error('No file');
    return file;
  });
  return await Promise.any(downloads).catch(({ errors }: AggregateError) => {
    const lines = mirrors.map((mirror, index) => `${mirror}: ${errors[index].message}`);
    throw new Error(['No mirror has answered', ...lines].join('\n'));
  });
}
