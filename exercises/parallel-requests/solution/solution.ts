export type User = { id: number; name: string };
export type FetchUser = (id: number) => Promise<User>;

/** Loads the users with these ids, in the order of the ids. */
export async function loadUsers(ids: number[], fetchUser: FetchUser): Promise<User[]> {
  return await Promise.all(ids.map((id) => fetchUser(id)));
}
