// fails: a refused change stops the rest
type SaveChange = (change: string, revision: number) => Promise<number>;

export async function saveChanges(
  changes: string[],
  revision: number,
  saveChange: SaveChange,
): Promise<number> {
  let newest = revision;
  for (const change of changes) {
    try {
      newest = await saveChange(change, newest);
    } catch (error) {
      console.error(error);
    }
  }
  return newest;
}
