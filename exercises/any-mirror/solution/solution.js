/**
 * Downloads the file from whichever mirror answers first; rejects with a report if none does.
 *
 * @param {string[]} mirrors
 * @param {(mirror: string) => Promise<string>} download
 * @returns {Promise<string>}
 */
export async function downloadFile(mirrors, download) {
  try {
    return await Promise.any(mirrors.map((mirror) => download(mirror)));
  } catch (error) {
    throw new Error(report(mirrors, error.errors), { cause: error });
  }
}

function report(mirrors, errors) {
  const reasons = mirrors.map((mirror, index) => `${mirror}: ${errors[index].message}`);
  return ['No mirror has answered', ...reasons].join('\n');
}
