type User = { id: number; name: string };
type Page = { users: User[]; next: string | null };
type FetchPage = (cursor: string | null) => Promise<Page>;

async function* allPages(fetchPage: FetchPage): AsyncGenerator<Page> {
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: Page = await fetchPage(cursor ?? null);
    yield page;
    cursor = page.next;
  }
}

export async function* allUsers(fetchPage: FetchPage): AsyncGenerator<User> {
  for await (const { users } of allPages(fetchPage)) yield* users;
}
