// fails: the first failure reaches the caller at once
type User = { id: number; name: string };

export async function loadUsers(ids: number[], fetchUser: (id: number) => Promise<User>): Promise<User[]> {
  const lookups = ids.map((id) => fetchUser(id));
  const users: User[] = [];
  for (const lookup of lookups) users.push(await lookup);
  return users;
}
