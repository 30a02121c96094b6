// fails: the first file wins
export async function downloadFile(
  mirrors: string[],
  download: (mirror: string) => Promise<string>,
): Promise<string> {
  const lines = ['No mirror has answered'];
  for (const mirror of mirrors) {
    try {
      return await download(mirror);
    } catch (error) {
      lines.push(`${mirror}: ${(error as Error).message}`);
    }
  }
  throw new Error(lines.join('\n'));
}
