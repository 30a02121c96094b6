export async function downloadFile(
  mirrors: string[],
  download: (mirror: string) => Promise<string>,
): Promise<string> {
  const downloads = mirrors.map(async (mirror) => {
    try {
      return await download(mirror);
    } catch (error) {
      throw new Error(`${mirror}: ${(error as Error).message}`, { cause: error });
    }
  });
  return await Promise.any(downloads).catch(({ errors }: AggregateError) => {
    const lines = errors.map((error: Error) => `\n${error.message}`);
    throw new Error('No mirror has answered' + lines.join(''));
  });
}
