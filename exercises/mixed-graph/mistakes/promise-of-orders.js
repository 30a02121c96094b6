// fails: user and then orders, with the offers beside them
export async function loadShop(token, { fetchUser, fetchOrders, fetchOffers }) {
  const [account, offers] = await Promise.all([
    fetchUser(token).then((user) => ({ user, orders: fetchOrders(user.id) })),
    fetchOffers(),
  ]);
  return { ...account, offers };
}
