// fails: three lookups start together and take as long as one
type User = { id: number; name: string };

export async function loadUsers(ids: number[], fetchUser: (id: number) => Promise<User>): Promise<User[]> {
  const warmUp = ids.map((id) => fetchUser(id));
  const users = await Promise.all(ids.map((id) => fetchUser(id)));
  await Promise.all(warmUp);
  return users;
}
