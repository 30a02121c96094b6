// fails: each change builds on the revision before it
type SaveChange = (change: string, revision: number) => Promise<number>;

export async function saveChanges(
  changes: string[],
  revision: number,
  saveChange: SaveChange,
): Promise<number> {
  await Promise.all(changes.map((change, index) => saveChange(change, revision + index)));
  return revision + changes.length;
}
