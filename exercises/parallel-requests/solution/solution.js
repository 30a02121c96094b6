/**
 * @typedef {{ id: number, name: string }} User
 */

/**
 * Loads the users with these ids, in the order of the ids.
 *
 * @param {number[]} ids
 * @param {(id: number) => Promise<User>} fetchUser
 * @returns {Promise<User[]>}
 */
export async function loadUsers(ids, fetchUser) {
  return await Promise.all(ids.map((id) => fetchUser(id)));
}
