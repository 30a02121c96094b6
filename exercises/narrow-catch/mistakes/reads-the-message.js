// fails: it is the code that counts
export async function loadSettings(readFile, upgrade) {
  let text;
  try {
    text = await readFile();
  } catch (error) {
    if (error.message.includes('ENOENT')) return { theme: 'light', size: 12 };
    throw error;
  }
  return await upgrade(JSON.parse(text));
}
