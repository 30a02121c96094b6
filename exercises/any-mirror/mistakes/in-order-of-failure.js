// fails: a report when no mirror answers
export async function downloadFile(mirrors, download) {
  const lines = ['No mirror has answered'];
  const downloads = mirrors.map((mirror) =>
    download(mirror).catch((error) => {
      lines.push(`${mirror}: ${error.message}`);
      throw error;
    }),
  );
  try {
    return await Promise.any(downloads);
  } catch {
    throw new Error(lines.join('\n'));
  }
}
