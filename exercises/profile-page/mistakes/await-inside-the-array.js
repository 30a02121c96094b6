// fails: three requests start together and take as long as the slowest
export async function loadProfile(id, { fetchUser, fetchPosts, fetchFriends }) {
  const [user, posts, friends] = await Promise.all([
    await fetchUser(id),
    await fetchPosts(id),
    await fetchFriends(id),
  ]);
  return { user, posts, friends };
}
