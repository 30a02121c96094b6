// fails: saveAll waits for the last note
export async function saveAll(notes: string[], saveNote: (note: string) => Promise<void>): Promise<number> {
  for (const note of notes) {
    saveNote(note);
  }
  return notes.length;
}
