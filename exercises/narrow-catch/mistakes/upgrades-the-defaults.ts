// fails: without a file, the defaults
type Settings = { theme: string; size: number };

export async function loadSettings(
  readFile: () => Promise<string>,
  upgrade: (settings: unknown) => Promise<Settings>,
): Promise<Settings> {
  const text = await readFile().catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') return JSON.stringify({ theme: 'light', size: 12 });
    throw error;
  });
  return await upgrade(JSON.parse(text));
}
