type User = { id: number; name: string };
type Profile = { user: User; posts: string[]; friends: string[] };
type Services = {
  fetchUser: (id: number) => Promise<User>;
  fetchPosts: (id: number) => Promise<string[]>;
  fetchFriends: (id: number) => Promise<string[]>;
};

export async function loadProfile(id: number, services: Services): Promise<Profile> {
  const profile: Partial<Profile> = {};
  await Promise.all([
    services.fetchUser(id).then((user) => (profile.user = user)),
    services.fetchPosts(id).then((posts) => (profile.posts = posts)),
    services.fetchFriends(id).then((friends) => (profile.friends = friends)),
  ]);
  return profile as Profile;
}
