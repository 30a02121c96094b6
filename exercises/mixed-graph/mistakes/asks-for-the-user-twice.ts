// fails: user and then orders, with the offers beside them
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
  const [user, orders, offers] = await Promise.all([
    fetchUser(token),
    fetchUser(token).then((one) => fetchOrders(one.id)),
    fetchOffers(),
  ]);
  return { user, orders, offers };
}
