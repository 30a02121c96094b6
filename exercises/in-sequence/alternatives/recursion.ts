type SaveChange = (change: string, revision: number) => Promise<number>;

export async function saveChanges(
  changes: string[],
  revision: number,
  saveChange: SaveChange,
): Promise<number> {
  const [first, ...rest] = changes;
  if (first === undefined) return revision;
  return await saveChanges(rest, await saveChange(first, revision), saveChange);
}
