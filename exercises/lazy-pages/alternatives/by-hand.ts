type User = { id: number; name: string };
type Page = { users: User[]; next: string | null };

export function allUsers(fetchPage: (cursor: string | null) => Promise<Page>): AsyncIterableIterator<User> {
  let waiting: User[] = [];
  let cursor: string | null | undefined;
  return {
    async next() {
      while (waiting.length === 0) {
        if (cursor === null) return { value: undefined, done: true };
        const page = await fetchPage(cursor ?? null);
        waiting = [...page.users];
        cursor = page.next;
      }
      return { value: waiting.shift() as User, done: false };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
