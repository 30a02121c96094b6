// fails: offers that fail are told at once
export async function loadShop(token, { fetchUser, fetchOrders, fetchOffers }) {
  const offersComing = fetchOffers();
  offersComing.catch(() => {});
  const user = await fetchUser(token);
  const orders = await fetchOrders(user.id);
  return { user, orders, offers: await offersComing };
}
