export type SaveNote = (note: string) => Promise<void>;

/** Saves the notes one after another and tells how many there were. */
export async function saveAll(notes: string[], saveNote: SaveNote): Promise<number> {
  for (const note of notes) {
    await saveNote(note);
  }
  return notes.length;
}
