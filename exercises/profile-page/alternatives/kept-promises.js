export async function loadProfile(id, services) {
  const user = services.fetchUser(id);
  const posts = services.fetchPosts(id);
  const friends = services.fetchFriends(id);
  await Promise.all([user, posts, friends]);
  return { user: await user, posts: await posts, friends: await friends };
}
