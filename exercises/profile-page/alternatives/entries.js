export async function loadProfile(id, { fetchUser, fetchPosts, fetchFriends }) {
  const requests = { user: fetchUser, posts: fetchPosts, friends: fetchFriends };
  const entries = Object.entries(requests).map(async ([name, request]) => [name, await request(id)]);
  return Object.fromEntries(await Promise.all(entries));
}
