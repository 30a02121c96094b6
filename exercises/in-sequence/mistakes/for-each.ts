// fails: each change builds on the revision before it
type SaveChange = (change: string, revision: number) => Promise<number>;

export async function saveChanges(
  changes: string[],
  revision: number,
  saveChange: SaveChange,
): Promise<number> {
  let newest = revision;
  changes.forEach(async (change) => {
    newest = await saveChange(change, newest);
  });
  return newest;
}
