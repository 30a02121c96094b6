export async function saveAll(notes: string[], saveNote: (note: string) => Promise<void>): Promise<number> {
  const [first, ...rest] = notes;
  if (first === undefined) return 0;
  await saveNote(first);
  return 1 + (await saveAll(rest, saveNote));
}
