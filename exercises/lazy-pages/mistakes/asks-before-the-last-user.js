// fails: a page is asked for only when it is needed
export async function* allUsers(fetchPage) {
  let page = await fetchPage(null);
  for (;;) {
    const users = [...page.users];
    const last = users.pop();
    yield* users;
    if (page.next !== null) page = await fetchPage(page.next);
    else page = undefined;
    if (last !== undefined) yield last;
    if (page === undefined) return;
  }
}
