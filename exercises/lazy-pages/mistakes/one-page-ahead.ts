// fails: a page is asked for only when it is needed
type User = { id: number; name: string };
type Page = { users: User[]; next: string | null };

export async function* allUsers(fetchPage: (cursor: string | null) => Promise<Page>): AsyncGenerator<User> {
  let upcoming: Promise<Page> | null = fetchPage(null);
  while (upcoming !== null) {
    const { users, next }: Page = await upcoming;
    upcoming = next === null ? null : fetchPage(next);
    yield* users;
  }
}
