// fails: any list of changes, at any speed
export async function saveChanges(changes, revision, saveChange) {
  let newest = revision;
  for (const change of new Set(changes)) {
    newest = await saveChange(change, newest);
  }
  return newest;
}
