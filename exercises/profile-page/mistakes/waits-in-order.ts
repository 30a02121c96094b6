// fails: the first failure reaches the caller at once
type User = { id: number; name: string };
type Profile = { user: User; posts: string[]; friends: string[] };
type Services = {
  fetchUser: (id: number) => Promise<User>;
  fetchPosts: (id: number) => Promise<string[]>;
  fetchFriends: (id: number) => Promise<string[]>;
};

export async function loadProfile(
  id: number,
  { fetchUser, fetchPosts, fetchFriends }: Services,
): Promise<Profile> {
  const user = fetchUser(id);
  const posts = fetchPosts(id);
  const friends = fetchFriends(id);
  return { user: await user, posts: await posts, friends: await friends };
}
