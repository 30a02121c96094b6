// fails: three requests start together and take as long as the slowest
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
  const [user, friends, posts] = await Promise.all([fetchUser(id), fetchPosts(id), fetchFriends(id)]);
  return { user, posts, friends };
}
