// fails: the users of all pages come in order
type User = { id: number; name: string };
type Page = { users: User[]; next: string | null };

export async function* allUsers(fetchPage: (cursor: string | null) => Promise<Page>): AsyncGenerator<User> {
  let page = await fetchPage(null);
  while (page.next !== null) {
    yield* page.users;
    page = await fetchPage(page.next);
  }
}
