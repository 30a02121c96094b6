// fails: each answer is found under its name, whoever is first
export async function loadProfile(id, { fetchUser, fetchPosts, fetchFriends }) {
  const arrived = [];
  const requests = [fetchUser(id), fetchFriends(id), fetchPosts(id)];
  await Promise.all(requests.map((request) => request.then((answer) => arrived.push(answer))));
  const [user, friends, posts] = arrived;
  return { user, posts, friends };
}
