// fails: a page without users is not the end
export async function* allUsers(fetchPage) {
  let cursor = null;
  for (;;) {
    const { users, next } = await fetchPage(cursor);
    if (users.length === 0) return;
    yield* users;
    if (next === null) return;
    cursor = next;
  }
}
