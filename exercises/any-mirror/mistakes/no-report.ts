// fails: a report when no mirror answers
export async function downloadFile(
  mirrors: string[],
  download: (mirror: string) => Promise<string>,
): Promise<string> {
  return await Promise.any(mirrors.map((mirror) => download(mirror)));
}
