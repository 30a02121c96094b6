// fails: no changes leave the revision as it is
export async function saveChanges([first, ...rest], revision, saveChange) {
  let newest = await saveChange(first, revision);
  for (const change of rest) {
    newest = await saveChange(change, newest);
  }
  return newest;
}
