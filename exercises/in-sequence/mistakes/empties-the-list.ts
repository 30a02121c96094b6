// fails: any list of changes, at any speed
type SaveChange = (change: string, revision: number) => Promise<number>;

export async function saveChanges(
  changes: string[],
  revision: number,
  saveChange: SaveChange,
): Promise<number> {
  let newest = revision;
  for (let next = changes.shift(); next !== undefined; next = changes.shift()) {
    newest = await saveChange(next, newest);
  }
  return newest;
}
