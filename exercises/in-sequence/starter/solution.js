/**
 * Saves the changes on top of each other and gives the newest revision.
 *
 * @param {string[]} changes
 * @param {number} revision
 * @param {(change: string, revision: number) => Promise<number>} saveChange
 * @returns {Promise<number>}
 */
export async function saveChanges(changes, revision, saveChange) {
  const revisions = await Promise.all(changes.map((change) => saveChange(change, revision)));
  return revisions.at(-1) ?? revision;
}
