// fails: an error reaches the caller and stops the rest
export async function saveAll(notes: string[], saveNote: (note: string) => Promise<void>): Promise<number> {
  let problem: unknown;
  for (const note of notes) {
    await saveNote(note).catch((error: unknown) => {
      problem ??= error;
    });
  }
  if (problem !== undefined) throw problem;
  return notes.length;
}
