// fails: offers that fail are told at once
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
  const coming = fetchUser(token);
  const [user, orders, offers] = await Promise.all([
    coming,
    coming.then(({ id }) => fetchOrders(id)),
    fetchOffers().catch(() => []),
  ]);
  return { user, orders, offers };
}
