export type SaveChange = (change: string, revision: number) => Promise<number>;

/** Saves the changes on top of each other and gives the newest revision. */
export async function saveChanges(
  changes: string[],
  revision: number,
  saveChange: SaveChange,
): Promise<number> {
  const revisions = await Promise.all(changes.map((change) => saveChange(change, revision)));
  return revisions.at(-1) ?? revision;
}
