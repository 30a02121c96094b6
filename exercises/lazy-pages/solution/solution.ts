export type User = { id: number; name: string };
export type Page = { users: User[]; next: string | null };
export type FetchPage = (cursor: string | null) => Promise<Page>;

/** Hands out the users of all pages, one by one; asks for a page only when it is needed. */
export async function* allUsers(fetchPage: FetchPage): AsyncGenerator<User, void, undefined> {
  let cursor: string | null = null;
  do {
    const page: Page = await fetchPage(cursor);
    yield* page.users;
    cursor = page.next;
  } while (cursor !== null);
}
