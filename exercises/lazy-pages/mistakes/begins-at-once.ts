// fails: nothing is asked for before somebody wants a user
type User = { id: number; name: string };
type Page = { users: User[]; next: string | null };
type FetchPage = (cursor: string | null) => Promise<Page>;

export function allUsers(fetchPage: FetchPage): AsyncGenerator<User> {
  const first = fetchPage(null);
  return (async function* () {
    for (let page: Page | null = await first; page !== null;) {
      yield* page.users;
      page = page.next === null ? null : await fetchPage(page.next);
    }
  })();
}
