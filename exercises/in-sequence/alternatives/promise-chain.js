export function saveChanges(changes, revision, saveChange) {
  let newest = Promise.resolve(revision);
  changes.forEach((change) => {
    newest = newest.then((current) => saveChange(change, current));
  });
  return newest;
}
