// fails: the value is the number of notes saved
export async function saveAll(notes, saveNote) {
  const saved = [];
  for (const note of notes) {
    await saveNote(note);
    saved.push(note);
  }
  return saved;
}
