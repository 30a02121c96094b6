/**
 * Saves the changes on top of each other and gives the newest revision.
 *
 * @param {string[]} changes
 * @param {number} revision
 * @param {(change: string, revision: number) => Promise<number>} saveChange
 * @returns {Promise<number>}
 */
export async function saveChanges(changes, revision, saveChange) {
  let newest = revision;
  for (const change of changes) {
    newest = await saveChange(change, newest);
  }
  return newest;
}
