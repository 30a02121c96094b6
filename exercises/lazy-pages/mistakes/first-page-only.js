// fails: the users of all pages come in order
export async function* allUsers(fetchPage) {
  let cursor = null;
  while (cursor !== null || cursor === undefined) {
    const page = await fetchPage(cursor);
    yield* page.users;
    cursor = page.next;
  }
}
