// fails: any list of ids, at any speed
type User = { id: number; name: string };

export async function loadUsers(ids: number[], fetchUser: (id: number) => Promise<User>): Promise<User[]> {
  const users: User[] = [];
  for (let from = 0; from < ids.length; from += 3) {
    const batch = ids.slice(from, from + 3);
    users.push(...(await Promise.all(batch.map((id) => fetchUser(id)))));
  }
  return users;
}
