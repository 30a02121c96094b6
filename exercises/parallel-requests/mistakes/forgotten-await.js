// fails: three lookups start together and take as long as one
export async function loadUsers(ids, fetchUser) {
  return ids.map(async (id) => await fetchUser(id));
}
