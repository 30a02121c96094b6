type User = { id: number; name: string };
type Shop = { user: User; orders: string[]; offers: string[] };
type Services = {
  fetchUser: (token: string) => Promise<User>;
  fetchOrders: (userId: number) => Promise<string[]>;
  fetchOffers: () => Promise<string[]>;
};

export async function loadShop(token: string, services: Services): Promise<Shop> {
  const coming = services.fetchUser(token);
  const [user, orders, offers] = await Promise.all([
    coming,
    coming.then(({ id }) => services.fetchOrders(id)),
    services.fetchOffers(),
  ]);
  return { user, orders, offers };
}
