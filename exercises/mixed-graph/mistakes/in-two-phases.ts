// fails: slow offers do not hold up the orders
type User = { id: number; name: string };
type Shop = { user: User; orders: string[]; offers: string[] };
type Services = {
  fetchUser: (token: string) => Promise<User>;
  fetchOrders: (userId: number) => Promise<string[]>;
  fetchOffers: () => Promise<string[]>;
};

export async function loadShop(
  token: string,
  { fetchUser, fetchOrders, fetchOffers }: Services,
): Promise<Shop> {
  const [user, offers] = await Promise.all([fetchUser(token), fetchOffers()]);
  const orders = await fetchOrders(user.id);
  return { user, orders, offers };
}
