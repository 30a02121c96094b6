export type User = { id: number; name: string };
export type Page = { users: User[]; next: string | null };
export type FetchPage = (cursor: string | null) => Promise<Page>;

/** Hands out the users of all pages, one by one; asks for a page only when it is needed. */
export async function* allUsers(fetchPage: FetchPage): AsyncGenerator<User, void, undefined> {
  const users: User[] = [];
  let page = await fetchPage(null);
  users.push(...page.users);
  while (page.next !== null) {
    page = await fetchPage(page.next);
    users.push(...page.users);
  }
  for (const user of users) {
    yield user;
  }
}
