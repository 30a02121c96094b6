// fails: two lists do not disturb each other
type User = { id: number; name: string };
type Page = { users: User[]; next: string | null };

let cursor: string | null = null;

export async function* allUsers(fetchPage: (cursor: string | null) => Promise<Page>): AsyncGenerator<User> {
  do {
    const page = await fetchPage(cursor);
    yield* page.users;
    cursor = page.next;
  } while (cursor !== null);
}
