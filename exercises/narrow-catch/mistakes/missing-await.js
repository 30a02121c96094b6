// fails: without a file, the defaults
export async function loadSettings(readFile, upgrade) {
  let reading;
  try {
    reading = readFile();
  } catch (error) {
    if (error.code === 'ENOENT') return { theme: 'light', size: 12 };
    throw error;
  }
  return await upgrade(JSON.parse(await reading));
}
