// fails: each change builds on the revision before it
export async function saveChanges(changes, revision, saveChange) {
  let newest = revision;
  for (const change of changes) {
    newest = saveChange(change, newest);
  }
  return newest;
}
