/**
 * Loads the settings of the editor; defaults where there is no file yet.
 *
 * @param {() => Promise<string>} readFile
 * @param {(settings: unknown) => Promise<{ theme: string, size: number }>} upgrade
 * @returns {Promise<{ theme: string, size: number }>}
 */
export async function loadSettings(readFile, upgrade) {
  let text;
  try {
    text = await readFile();
  } catch (error) {
    if (error.code === 'ENOENT') return { theme: 'light', size: 12 };
    throw error;
  }
  return await upgrade(JSON.parse(text));
}
