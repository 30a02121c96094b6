// fails: three requests start together and take as long as the slowest
export async function loadProfile(id, { fetchUser, fetchPosts, fetchFriends }) {
  return { user: await fetchUser(id), posts: fetchPosts(id), friends: fetchFriends(id) };
}
