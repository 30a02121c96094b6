// fails: the first failure reaches the caller at once
type User = { id: number; name: string };

export async function loadUsers(ids: number[], fetchUser: (id: number) => Promise<User>): Promise<User[]> {
  const settled = await Promise.allSettled(ids.map((id) => fetchUser(id)));
  return settled.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}
