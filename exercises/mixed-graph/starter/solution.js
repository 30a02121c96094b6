/**
 * @typedef {{ id: number, name: string }} User
 * @typedef {{ user: User, orders: string[], offers: string[] }} Shop
 */

/**
 * Loads all that the start page of the shop shows.
 *
 * @param {string} token
 * @param {{
 *   fetchUser: (token: string) => Promise<User>,
 *   fetchOrders: (userId: number) => Promise<string[]>,
 *   fetchOffers: () => Promise<string[]>,
 * }} services
 * @returns {Promise<Shop>}
 */
export async function loadShop(token, { fetchUser, fetchOrders, fetchOffers }) {
  const user = await fetchUser(token);
  const orders = await fetchOrders(user.id);
  const offers = await fetchOffers();
  return { user, orders, offers };
}
