// fails: three lookups start together and take as long as one
type User = { id: number; name: string };

export async function loadUsers(ids: number[], fetchUser: (id: number) => Promise<User>): Promise<User[]> {
  const users: User[] = [];
  for (const id of ids) {
    users.push(await fetchUser(id));
  }
  return users;
}
