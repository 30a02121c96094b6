export type Settings = { theme: string; size: number };

/** Loads the settings of the editor; defaults where there is no file yet. */
export async function loadSettings(
  readFile: () => Promise<string>,
  upgrade: (settings: unknown) => Promise<Settings>,
): Promise<Settings> {
  let text: string;
  try {
    text = await readFile();
  } catch (error) {
    if (isMissingFile(error)) return { theme: 'light', size: 12 };
    throw error;
  }
  return await upgrade(JSON.parse(text));
}

function isMissingFile(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
