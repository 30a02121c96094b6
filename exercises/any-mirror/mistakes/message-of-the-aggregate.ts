// fails: a report when no mirror answers
export async function downloadFile(
  mirrors: string[],
  download: (mirror: string) => Promise<string>,
): Promise<string> {
  try {
    return await Promise.any(mirrors.map((mirror) => download(mirror)));
  } catch (error) {
    const lines = mirrors.map((mirror) => `${mirror}: ${(error as Error).message}`);
    throw new Error(['No mirror has answered', ...lines].join('\n'));
  }
}
