// fails: a file that is no JSON is a fault
type Settings = { theme: string; size: number };

export async function loadSettings(
  readFile: () => Promise<string>,
  upgrade: (settings: unknown) => Promise<Settings>,
): Promise<Settings> {
  const defaults = { theme: 'light', size: 12 };
  let settings: unknown;
  try {
    settings = JSON.parse(await readFile());
  } catch (error) {
    const { name, code } = error as Error & { code?: string };
    if (code === 'ENOENT' || name === 'SyntaxError') return defaults;
    throw error;
  }
  return await upgrade(settings);
}
