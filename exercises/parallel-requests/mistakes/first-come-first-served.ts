// fails: users come back in the order of the ids, whoever answers first
type User = { id: number; name: string };

export async function loadUsers(ids: number[], fetchUser: (id: number) => Promise<User>): Promise<User[]> {
  const users: User[] = [];
  await Promise.all(
    ids.map(async (id) => {
      users.push(await fetchUser(id));
    }),
  );
  return users;
}
