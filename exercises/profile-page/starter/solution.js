/**
 * @typedef {{ id: number, name: string }} User
 * @typedef {{ user: User, posts: string[], friends: string[] }} Profile
 */

/**
 * Loads all that the profile page of a user shows.
 *
 * @param {number} id
 * @param {{
 *   fetchUser: (id: number) => Promise<User>,
 *   fetchPosts: (id: number) => Promise<string[]>,
 *   fetchFriends: (id: number) => Promise<string[]>,
 * }} services
 * @returns {Promise<Profile>}
 */
export async function loadProfile(id, { fetchUser, fetchPosts, fetchFriends }) {
  const user = await fetchUser(id);
  const posts = await fetchPosts(id);
  const friends = await fetchFriends(id);
  return { user, posts, friends };
}
