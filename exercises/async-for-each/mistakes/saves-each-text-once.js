// fails: any list of notes, at any speed
export async function saveAll(notes, saveNote) {
  for (const note of new Set(notes)) await saveNote(note);
  return notes.length;
}
