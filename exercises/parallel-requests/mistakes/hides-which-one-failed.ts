// fails: a failure anywhere in the list
type User = { id: number; name: string };

export async function loadUsers(ids: number[], fetchUser: (id: number) => Promise<User>): Promise<User[]> {
  try {
    return await Promise.all(ids.map((id) => fetchUser(id)));
  } catch {
    throw new Error(`User ${ids.at(-1)} not found`);
  }
}
