// fails: a disk that is down is not a missing file
export async function loadSettings(readFile, upgrade) {
  let text = '{}';
  try {
    text = await readFile();
  } catch (error) {
    if (error.code === 'ENOENT') return { theme: 'light', size: 12 };
  }
  return await upgrade(JSON.parse(text));
}
