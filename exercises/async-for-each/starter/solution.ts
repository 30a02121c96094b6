export type SaveNote = (note: string) => Promise<void>;

/** Saves the notes one after another and tells how many there were. */
export async function saveAll(notes: string[], saveNote: SaveNote): Promise<number> {
  notes.forEach(async (note) => {
    await saveNote(note);
  });
  return notes.length;
}
