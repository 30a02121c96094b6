/**
 * Saves the notes one after another and tells how many there were.
 *
 * @param {string[]} notes
 * @param {(note: string) => Promise<void>} saveNote
 * @returns {Promise<number>}
 */
export async function saveAll(notes, saveNote) {
  notes.forEach(async (note) => {
    await saveNote(note);
  });
  return notes.length;
}
