export async function saveAll(notes: string[], saveNote: (note: string) => Promise<void>): Promise<number> {
  const allSaved = notes.reduce<Promise<void>>(
    (soFar, note) => soFar.then(() => saveNote(note)),
    Promise.resolve(),
  );
  await allSaved;
  return notes.length;
}
