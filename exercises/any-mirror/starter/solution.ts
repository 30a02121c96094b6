export type Download = (mirror: string) => Promise<string>;

/** Downloads the file from whichever mirror answers first; rejects with a report if none does. */
export async function downloadFile(mirrors: string[], download: Download): Promise<string> {
  try {
    return await Promise.race(mirrors.map((mirror) => download(mirror)));
  } catch (error) {
    throw new Error(`No mirror has answered\n${(error as Error).message}`);
  }
}
