// fails: notes are saved one after another, in order
export async function saveAll(notes, saveNote) {
  const waiting = [...notes];
  while (waiting.length > 0) await saveNote(waiting.pop());
  return notes.length;
}
