export async function* allUsers(fetchPage, cursor = null) {
  const { users, next } = await fetchPage(cursor);
  for (const user of users) yield user;
  if (next !== null) yield* allUsers(fetchPage, next);
}
