// fails: a file that the upgrade misses is not this one
type Settings = { theme: string; size: number };

export async function loadSettings(
  readFile: () => Promise<string>,
  upgrade: (settings: unknown) => Promise<Settings>,
): Promise<Settings> {
  try {
    return await upgrade(JSON.parse(await readFile()));
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return { theme: 'light', size: 12 };
    throw error;
  }
}
