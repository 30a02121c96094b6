// fails: an error reaches the caller and stops the rest
export async function saveAll(notes, saveNote) {
  let saved = 0;
  try {
    for (const note of notes) {
      await saveNote(note);
      saved += 1;
    }
  } catch {
    return saved;
  }
  return saved;
}
