type Settings = { theme: string; size: number };
type Failure = Error & { code?: string };

async function readIfThere(readFile: () => Promise<string>): Promise<string | null> {
  return await readFile().catch((error: Failure) => {
    if (error.code !== 'ENOENT') throw error;
    return null;
  });
}

export async function loadSettings(
  readFile: () => Promise<string>,
  upgrade: (settings: unknown) => Promise<Settings>,
): Promise<Settings> {
  const text = await readIfThere(readFile);
  return text === null ? { theme: 'light', size: 12 } : await upgrade(JSON.parse(text));
}
