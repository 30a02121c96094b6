export async function saveChanges(changes, revision, saveChange) {
  const revisions = [revision];
  for (let index = 0; index < changes.length; index += 1) {
    revisions.push(await saveChange(changes[index], revisions[index]));
  }
  return revisions.pop();
}
