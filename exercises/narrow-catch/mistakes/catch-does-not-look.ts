// fails: a disk that is down is not a missing file
type Settings = { theme: string; size: number };

export async function loadSettings(
  readFile: () => Promise<string>,
  upgrade: (settings: unknown) => Promise<Settings>,
): Promise<Settings> {
  let text: string;
  try {
    text = await readFile();
  } catch {
    return { theme: 'light', size: 12 };
  }
  return await upgrade(JSON.parse(text));
}
