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
  const offersComing = fetchOffers();
  const user = await fetchUser(token);
  const orders = await fetchOrders(user.id);
  return { user, orders, offers: await offersComing };
}
