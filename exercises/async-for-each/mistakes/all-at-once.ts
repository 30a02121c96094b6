// fails: notes are saved one after another, in order
export async function saveAll(notes: string[], saveNote: (note: string) => Promise<void>): Promise<number> {
  await Promise.all(notes.map((note) => saveNote(note)));
  return notes.length;
}
