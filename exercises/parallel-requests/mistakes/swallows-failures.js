// fails: the first failure reaches the caller at once
export async function loadUsers(ids, fetchUser) {
  const users = await Promise.all(ids.map((id) => fetchUser(id).catch(() => null)));
  return users.filter((user) => user !== null);
}
