// fails: a revision may jump
type SaveChange = (change: string, revision: number) => Promise<number>;

export async function saveChanges(
  changes: string[],
  revision: number,
  saveChange: SaveChange,
): Promise<number> {
  let newest = revision;
  for (const change of changes) {
    await saveChange(change, newest);
    newest += 1;
  }
  return newest;
}
