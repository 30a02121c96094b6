// fails: a mirror that is down does not matter
export async function downloadFile(mirrors, download) {
  try {
    return await Promise.race(mirrors.map((mirror) => download(mirror)));
  } catch (error) {
    throw new Error(
      ['No mirror has answered', ...mirrors.map((mirror) => `${mirror}: ${error.message}`)].join('\n'),
    );
  }
}
