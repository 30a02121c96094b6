// fails: any list of notes, at any speed
export async function saveAll(notes: string[], saveNote: (note: string) => Promise<void>): Promise<number> {
  let saved = 0;
  for (let note = notes.shift(); note !== undefined; note = notes.shift()) {
    await saveNote(note);
    saved += 1;
  }
  return saved;
}
