// fails: saveAll waits for the last note
export async function saveAll(notes: string[], saveNote: (note: string) => Promise<void>): Promise<number> {
  let saved = 0;
  notes.forEach(async (note) => {
    await saveNote(note);
    saved += 1;
  });
  return saved;
}
