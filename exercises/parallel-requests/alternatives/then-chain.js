export function loadUsers(ids, fetchUser) {
  const lookups = [];
  for (const id of ids) lookups.push(fetchUser(id));
  return Promise.all(lookups).then((users) => users);
}
