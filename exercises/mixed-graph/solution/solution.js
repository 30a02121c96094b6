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
  const loadAccount = async () => {
    const user = await fetchUser(token);
    return { user, orders: await fetchOrders(user.id) };
  };
  const [account, offers] = await Promise.all([loadAccount(), fetchOffers()]);
  return { ...account, offers };
}
