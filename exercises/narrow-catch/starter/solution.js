/**
 * Loads the settings of the editor; defaults where there is no file yet.
 *
 * @param {() => Promise<string>} readFile
 * @param {(settings: unknown) => Promise<{ theme: string, size: number }>} upgrade
 * @returns {Promise<{ theme: string, size: number }>}
 */
export async function loadSettings(readFile, upgrade) {
  try {
    const text = await readFile();
    return await upgrade(JSON.parse(text));
  } catch {
    return { theme: 'light', size: 12 };
  }
}
