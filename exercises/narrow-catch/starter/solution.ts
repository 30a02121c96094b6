export type Settings = { theme: string; size: number };

/** Loads the settings of the editor; defaults where there is no file yet. */
export async function loadSettings(
  readFile: () => Promise<string>,
  upgrade: (settings: unknown) => Promise<Settings>,
): Promise<Settings> {
  try {
    const text = await readFile();
    return await upgrade(JSON.parse(text));
  } catch {
    return { theme: 'light', size: 12 };
  }
}
