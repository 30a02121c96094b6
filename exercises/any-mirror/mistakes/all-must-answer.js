// fails: a mirror that is down does not matter
export async function downloadFile(mirrors, download) {
  const [file] = await Promise.all(mirrors.map((mirror) => download(mirror)));
  return file;
}
