/**
 * Downloads the file from whichever mirror answers first; rejects with a report if none does.
 *
 * @param {string[]} mirrors
 * @param {(mirror: string) => Promise<string>} download
 * @returns {Promise<string>}
 */
export async function downloadFile(mirrors, download) {
  try {
    return await Promise.race(mirrors.map((mirror) => download(mirror)));
  } catch (error) {
    throw new Error(`No mirror has answered\n${error.message}`);
  }
}
