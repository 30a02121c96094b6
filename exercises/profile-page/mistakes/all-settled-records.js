// fails: three requests start together and take as long as the slowest
export async function loadProfile(id, { fetchUser, fetchPosts, fetchFriends }) {
  const [user, posts, friends] = await Promise.allSettled([fetchUser(id), fetchPosts(id), fetchFriends(id)]);
  return { user, posts, friends };
}
