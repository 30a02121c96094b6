export type SaveChange = (change: string, revision: number) => Promise<number>;

/** Saves the changes on top of each other and gives the newest revision. */
export async function saveChanges(
  changes: string[],
  revision: number,
  saveChange: SaveChange,
): Promise<number> {
  let newest = revision;
  for (const change of changes) {
    newest = await saveChange(change, newest);
  }
  return newest;
}
