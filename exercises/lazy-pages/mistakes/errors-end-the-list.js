// fails: a page that cannot be fetched fails the loop, after the users before it
export async function* allUsers(fetchPage) {
  let cursor = null;
  do {
    try {
      const page = await fetchPage(cursor);
      yield* page.users;
      cursor = page.next;
    } catch {
      return;
    }
  } while (cursor !== null);
}
