// fails: saveAll waits for the last note
export async function saveAll(notes, saveNote) {
  notes.reduce((soFar, note) => soFar.then(() => saveNote(note)), Promise.resolve());
  return notes.length;
}
