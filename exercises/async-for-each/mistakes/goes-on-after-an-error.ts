// fails: an error reaches the caller and stops the rest
export async function saveAll(notes: string[], saveNote: (note: string) => Promise<void>): Promise<number> {
  let saved = 0;
  for (const note of notes) {
    try {
      await saveNote(note);
      saved += 1;
    } catch (error) {
      console.error(error);
    }
  }
  return saved;
}
