// fails: the first failure reaches the caller at once
type User = { id: number; name: string };
type Profile = { user: User; posts: string[]; friends: string[] };
type Services = {
  fetchUser: (id: number) => Promise<User>;
  fetchPosts: (id: number) => Promise<string[]>;
  fetchFriends: (id: number) => Promise<string[]>;
};

function valueOf<Value>(record: PromiseSettledResult<Value>): Value {
  if (record.status === 'rejected') throw record.reason;
  return record.value;
}

export async function loadProfile(
  id: number,
  { fetchUser, fetchPosts, fetchFriends }: Services,
): Promise<Profile> {
  const [user, posts, friends] = await Promise.allSettled([fetchUser(id), fetchPosts(id), fetchFriends(id)]);
  return { user: valueOf(user), posts: valueOf(posts), friends: valueOf(friends) };
}
