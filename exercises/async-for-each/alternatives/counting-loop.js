export async function saveAll(notes, saveNote) {
  let saved = 0;
  while (saved < notes.length) {
    await saveNote(notes[saved]);
    saved += 1;
  }
  return saved;
}
