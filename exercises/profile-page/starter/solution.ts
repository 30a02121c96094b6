export type User = { id: number; name: string };
export type Profile = { user: User; posts: string[]; friends: string[] };
export type Services = {
  fetchUser: (id: number) => Promise<User>;
  fetchPosts: (id: number) => Promise<string[]>;
  fetchFriends: (id: number) => Promise<string[]>;
};

/** Loads all that the profile page of a user shows. */
export async function loadProfile(
  id: number,
  { fetchUser, fetchPosts, fetchFriends }: Services,
): Promise<Profile> {
  const user = await fetchUser(id);
  const posts = await fetchPosts(id);
  const friends = await fetchFriends(id);
  return { user, posts, friends };
}
