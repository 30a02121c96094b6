// fails: a refused change stops the rest
export async function saveChanges(changes, revision, saveChange) {
  let newest = revision;
  try {
    for (const change of changes) newest = await saveChange(change, newest);
  } catch {
    return newest;
  }
  return newest;
}
