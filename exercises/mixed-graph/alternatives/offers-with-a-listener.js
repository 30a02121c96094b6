export async function loadShop(token, { fetchUser, fetchOrders, fetchOffers }) {
  const offersComing = fetchOffers();
  const offersFail = new Promise((_resolve, reject) => offersComing.catch(reject));
  const user = await Promise.race([fetchUser(token), offersFail]);
  const orders = await Promise.race([fetchOrders(user.id), offersFail]);
  return { user, orders, offers: await offersComing };
}
