export function loadShop(token, { fetchUser, fetchOrders, fetchOffers }) {
  const shop = {};
  const account = fetchUser(token)
    .then((user) => {
      shop.user = user;
      return fetchOrders(user.id);
    })
    .then((orders) => {
      shop.orders = orders;
    });
  const offers = fetchOffers().then((list) => {
    shop.offers = list;
  });
  return Promise.all([account, offers]).then(() => shop);
}
