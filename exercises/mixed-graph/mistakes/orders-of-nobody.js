// fails: user and then orders, with the offers beside them
export async function loadShop(token, { fetchUser, fetchOrders, fetchOffers }) {
  const coming = fetchUser(token);
  const [user, orders, offers] = await Promise.all([coming, fetchOrders(coming.id), fetchOffers()]);
  return { user, orders, offers };
}
