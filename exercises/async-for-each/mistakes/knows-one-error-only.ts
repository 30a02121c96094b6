// fails: an error anywhere in the list
export async function saveAll(notes: string[], saveNote: (note: string) => Promise<void>): Promise<number> {
  let saved = 0;
  for (const note of notes) {
    try {
      await saveNote(note);
      saved += 1;
    } catch (error) {
      if (error instanceof Error && error.message === 'Disk full') throw error;
    }
  }
  return saved;
}
