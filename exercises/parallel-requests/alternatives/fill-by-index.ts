type User = { id: number; name: string };

export async function loadUsers(ids: number[], fetchUser: (id: number) => Promise<User>): Promise<User[]> {
  const users: User[] = [];
  await Promise.all(
    ids.map(async (id, index) => {
      users[index] = await fetchUser(id);
    }),
  );
  return users;
}
